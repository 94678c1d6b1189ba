import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { WorkbenchError } from '../../../src/core/error.ts'
import { money } from '../../../src/core/money.ts'
import { amountAt, findLine, findProject } from '../../../src/core/plan.ts'
import { enterAllocation } from '../../../src/engine/enter-allocation.ts'
import { createSample } from '../../../src/engine/sample.ts'
import { WorkbookSession } from '../../../src/engine/session.ts'
import { WorkbookFile } from '../../../src/engine/workbook/workbook-file.ts'

/** What became of edits and saves while this computer's own disk was full. */
export interface FullStateFigures {
  readonly kept: number
  readonly refused: readonly string[]
  readonly isAsAcknowledged: boolean
  readonly isSavedWhole: boolean
}

const ENOUGH = 2_000
const disk = mkdtempSync(join(tmpdir(), 'longghep-state-'))
const document = mkdtempSync(join(tmpdir(), 'longghep-document-'))
execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=16m', 'tmpfs', disk])
process.env['XDG_STATE_HOME'] = disk

const session = new WorkbookSession(await createSample())
const { plan } = session
const cell = {
  project: findProject(plan, '7801001').id,
  line: findLine(plan, 'T-DAT').id,
  year: 2026,
}
const { bavail, bsize } = statfsSync(disk)
writeFileSync(join(disk, 'đầy'), Buffer.alloc(bavail * bsize))

const refused = new Set<string>()
let kept = 0
for (let at = 1; at <= ENOUGH && refused.size === 0; at += 1) {
  try {
    // Long enough that the log has to grow soon.
    enterAllocation(session, cell, `=${at}`, 'dong')
    kept = at
  } catch (error) {
    refused.add(error instanceof WorkbenchError ? error.code : String(error))
  }
}
const isAsAcknowledged = amountAt(plan, cell) === money(kept)
// The document lies on another disk, which has room.
const path = join(document, 'kế hoạch.lgw')
session.save(path)
session.save(null)
// Where a version of somebody else's could not be kept, it is not replaced.
try {
  session.save(path)
} catch (error) {
  refused.add(error instanceof WorkbenchError ? error.code : String(error))
}
const reopened = readFileSync(path).length > 0 && readBack()
process.stdout.write(
  JSON.stringify({ kept, refused: [...refused], isAsAcknowledged, isSavedWhole: reopened }),
)
execFileSync('umount', ['-l', disk])
for (const folder of [disk, document]) rmSync(folder, { recursive: true, force: true })

function readBack(): boolean {
  rmSync(join(disk, 'đầy'))
  const copy = new WorkbookSession(WorkbookFile.openCopy(path, ''))
  return copy.contentHash() === session.contentHash() && amountAt(copy.plan, cell) === money(kept)
}
