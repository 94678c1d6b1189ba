import { statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { enterAllocation } from '../../../src/engine/enter-allocation.ts'
import { WorkbookSession } from '../../../src/engine/session.ts'
import { WorkbookFile } from '../../../src/engine/workbook/workbook-file.ts'
import { openSmallWorkbook } from '../../builders/small-workbook.ts'
import { useTemporaryFolder } from '../../builders/temporary-folder.ts'

useTemporaryFolder()

test('edits find their room in the log, so that no sync has to record its growth', () => {
  const session = openSmallWorkbook()
  const size = () => statSync(join(session.file.folder, 'w.db-wal')).size
  const before = size()
  for (let amount = 1; amount <= 200; amount += 1) {
    enterAllocation(session, { project: 1, line: 1, year: 2026 }, `=${amount}`, 'dong')
  }
  expect(size()).toBe(before)
  session.file.discard()
})

test('a log with room left after its last edit is taken up to that edit', () => {
  const session = openSmallWorkbook()
  enterAllocation(session, { project: 1, line: 1, year: 2026 }, '=7', 'dong')
  const hash = session.contentHash()
  session.file.db.close()
  for (let run = 0; run < 2; run += 1) {
    const resumed = new WorkbookSession(WorkbookFile.resume(session.file.folder))
    expect(resumed.contentHash()).toBe(hash)
    expect(resumed.revision).toBe(3)
    if (run === 0) resumed.file.db.close()
    else resumed.file.discard()
  }
})
