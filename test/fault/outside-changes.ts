import { readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { WorkbenchError } from '../../src/core/error.ts'
import { enterAllocation } from '../../src/engine/enter-allocation.ts'
import { WorkbookSession } from '../../src/engine/session.ts'
import { WorkbookFile } from '../../src/engine/workbook/workbook-file.ts'
import { openSmallWorkbook } from '../builders/small-workbook.ts'
import { seeded } from './seeded.ts'

/** What became of files that something else changed between opening and saving. */
export interface OutsideFigures {
  readonly changes: number
  readonly refused: number
  readonly recreated: number
  readonly overwritten: number
}

/** Deletes, replaces, renames or cuts the file behind an open workbook, which then saves. */
export function outsideChanges(
  changes: number,
  seed: number,
  path: string,
  how: 'safely' | 'carelessly' = 'safely',
): OutsideFigures {
  const random = seeded(seed)
  const seen = { refused: 0, recreated: 0, overwritten: 0 }
  for (let change = 0; change < changes; change += 1) {
    const first = openSmallWorkbook()
    first.save(path)
    first.file.discard()
    const session = new WorkbookSession(WorkbookFile.open(path, 'edit'))
    const theirs = alter(path, random)
    enterAllocation(session, { project: 1, line: 1, year: 2026 }, `=${change + 1}`, 'dong')
    const isSaved = save(session, path, how)
    if (!isSaved) seen.refused += 1
    else if (theirs === null) seen.recreated += 1
    if (theirs !== null && !readFileSync(path).equals(theirs)) seen.overwritten += 1
    session.file.discard()
    rmSync(path, { force: true })
  }
  return { changes, ...seen }
}

/** Alters the file and gives what stands there now, or null where nothing does. */
function alter(path: string, random: () => number): Buffer | null {
  const kind = Math.floor(random() * 4)
  if (kind === 0) {
    rmSync(path)
    return null
  }
  if (kind === 1) {
    renameSync(path, `${path}.đổi`)
    return null
  }
  if (kind === 2) truncateSync(path, Math.floor(random() * readFileSync(path).length))
  else writeFileSync(path, Buffer.concat([readFileSync(path), Buffer.from(String(random()))]))
  return readFileSync(path)
}

function save(session: WorkbookSession, path: string, how: 'safely' | 'carelessly'): boolean {
  try {
    session.save(how === 'safely' ? null : path)
    return true
  } catch (error) {
    if (error instanceof WorkbenchError && error.code === 'workbook-changed-outside') return false
    throw error
  }
}
