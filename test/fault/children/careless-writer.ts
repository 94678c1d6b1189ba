import { findLine, findProject } from '../../../src/core/plan.ts'
import { enterAllocation } from '../../../src/engine/enter-allocation.ts'
import { WorkbookSession } from '../../../src/engine/session.ts'
import { WorkbookFile } from '../../../src/engine/workbook/workbook-file.ts'

const [path = '', project = '', amount = ''] = process.argv.slice(2)
const session = new WorkbookSession(WorkbookFile.open(path))
const cell = {
  project: findProject(session.plan, project).id,
  line: findLine(session.plan, 'T-DAT').id,
  year: 2026,
}
enterAllocation(session, cell, `=${amount}`, 'dong')
process.once('message', () => {
  // Naming the path replaces whatever stands there: a save that does not compare.
  session.save(path)
  session.file.discard()
  process.disconnect()
})
process.send?.('open')
