import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { replaceFile } from '../../src/engine/workbook/replace-file.ts'
import { sealFile } from '../../src/engine/workbook/trailer.ts'
import { seeded } from './seeded.ts'
import { ended, startChild } from './start-child.ts'

/** What became of a document whose saves were killed over and over. */
export interface KillSavesFigures {
  readonly kills: number
  readonly saves: number
  readonly torn: number
  readonly left: number
}

/** One version of the document: its number, repeated to the end. */
export function versionBytes(version: number): Buffer {
  const mark = Buffer.alloc(8)
  mark.writeBigUInt64LE(BigInt(version))
  return Buffer.alloc(4 << 20, mark)
}

/** Kills a process in the middle of saving, at random moments; the document must be one whole version each time. */
export async function killSaves(
  kills: number,
  seed: number,
  folder: string,
  how: 'safely' | 'in-two-threads' | 'carelessly' = 'safely',
): Promise<KillSavesFigures> {
  const random = seeded(seed)
  const path = join(folder, `${how}.lgw`)
  replaceFile(path, versionBytes(0))
  const seen = { saves: 0, torn: 0 }
  for (let kill = 0; kill < kills; kill += 1) {
    const child = startChild('save-loop', [path, how, String(kill * 1_000)])
    await new Promise((resolve) => child.once('message', resolve))
    child.on('message', () => (seen.saves += 1))
    await pause(random() * 80)
    const done = ended(child)
    child.kill('SIGKILL')
    await done
    if (!isWhole(path, how === 'in-two-threads')) seen.torn += 1
  }
  // What the killed saves left goes with the next one that is not.
  replaceFile(path, versionBytes(1))
  const left = readdirSync(folder).filter((name) => name.startsWith(`.~${how}.lgw.`)).length
  return { kills, ...seen, left }
}

function isWhole(path: string, isSealed: boolean): boolean {
  if (!existsSync(path)) return false
  const bytes = readFileSync(path)
  if (bytes.length < 8) return false
  const version = Number(bytes.readBigUInt64LE())
  const expected = versionBytes(version)
  // The first version of all was put there without a trailer.
  if (isSealed && version > 0) sealFile(expected)
  return bytes.equals(expected)
}
