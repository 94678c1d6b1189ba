import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { WorkbenchError } from '../../../src/core/error.ts'
import { findLine, findProject } from '../../../src/core/plan.ts'
import { enterAllocation } from '../../../src/engine/enter-allocation.ts'
import { createSample } from '../../../src/engine/sample.ts'
import { WorkbookSession } from '../../../src/engine/session.ts'
import { hashBytes, readWholeBytes } from '../../../src/engine/workbook/workbook-bytes.ts'

const [count = '50', how = 'safely'] = process.argv.slice(2)
const steps = Number(count)
const disk = mkdtempSync(join(tmpdir(), 'longghep-disk-'))
execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', disk])

const path = join(disk, 'kế hoạch.lgw')
const filler = join(disk, 'đầy')
const session = new WorkbookSession(await createSample())
const { plan } = session
const cell = {
  project: findProject(plan, '7801001').id,
  line: findLine(plan, 'T-DAT').id,
  year: 2026,
}
session.save(path)
const seen = { saved: 0, refused: 0, damaged: 0, unclear: 0 }
for (let step = 0; step < steps; step += 1) attempt(Math.round((step / steps) * 400_000))
process.stdout.write(JSON.stringify({ steps, ...seen }))
session.file.discard()
execFileSync('umount', [disk])
rmSync(disk, { recursive: true })

function attempt(free: number): void {
  const before = hashBytes(readFileSync(path))
  enterAllocation(session, cell, `=${seen.saved + seen.refused + 1}`, 'dong')
  leaveFree(free)
  const isSaved = save()
  rmSync(filler, { force: true })
  if (isSaved) seen.saved += 1
  else seen.refused += 1
  if (!isWhole(isSaved ? null : before)) {
    seen.damaged += 1
    session.save(path)
  }
}

function save(): boolean {
  try {
    if (how === 'safely') session.save(null)
    else writeFileSync(path, Buffer.alloc(230_000, 'x'))
    return true
  } catch (error) {
    const isClear = error instanceof WorkbenchError && error.code === 'save-failed'
    if (!isClear) seen.unclear += 1
    return false
  }
}

/** Takes up the disk but for so many bytes. */
function leaveFree(free: number): void {
  const { bavail, bsize } = statfsSync(disk)
  writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - free)))
}

/** Whether the document is a whole workbook, and the one before where it was not saved. */
function isWhole(before: string | null): boolean {
  try {
    return before === null ? readWholeBytes(path).hash !== '' : readWholeBytes(path).hash === before
  } catch {
    return false
  }
}
