import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { WorkbenchError } from '../../src/core/error.ts'
import { openMigrated } from '../../src/engine/workbook/check-database.ts'
import { readContentHash } from '../../src/engine/workbook/plan-store.ts'
import { takeInForeign } from '../../src/engine/workbook/intake.ts'
import { TRAILER_BYTES } from '../../src/engine/workbook/trailer.ts'
import { sealPages } from '../builders/sealed-pages.ts'
import { seeded } from './seeded.ts'

/** What became of mutated files. */
export interface MutantFigures {
  readonly mutants: number
  readonly refused: number
  readonly crashed: number
  readonly slowestMs: number
  readonly changed: number
}

/**
 * Mutates a workbook and takes each mutant in. With `isSigned` the trailer is made to fit the mutated pages, as nothing
 * but a forger would: then some changed content must come through, or these mutants prove nothing about the trailer.
 */
export function mutateWorkbooks(
  mutants: number,
  seed: number,
  whole: Buffer,
  folder: string,
  isSigned = false,
): MutantFigures {
  const random = seeded(seed)
  const path = join(folder, 'mutant.lgw')
  const target = join(folder, 'mutant.db')
  const contentOf = () => {
    const db = openMigrated(readFileSync(target))
    try {
      return readContentHash(db)
    } finally {
      db.close()
    }
  }
  writeFileSync(path, whole)
  takeInForeign(path, target)
  const original = contentOf()
  const seen = { refused: 0, crashed: 0, slowestMs: 0, changed: 0 }
  for (let mutant = 0; mutant < mutants; mutant += 1) {
    const mutated = mutate(whole, random)
    writeFileSync(path, isSigned ? sign(mutated) : mutated)
    rmSync(target, { force: true })
    const start = performance.now()
    try {
      takeInForeign(path, target)
      if (contentOf() !== original) seen.changed += 1
    } catch (error) {
      if (error instanceof WorkbenchError) seen.refused += 1
      else seen.crashed += 1
    }
    seen.slowestMs = Math.max(seen.slowestMs, Math.round(performance.now() - start))
  }
  return { mutants, ...seen }
}

/** One to eight bytes changed, or a piece wiped, copied elsewhere, cut off or added. */
export function mutate(whole: Buffer, random: () => number): Buffer {
  for (;;) {
    const mutated = mutateOnce(whole, random)
    if (!mutated.equals(whole)) return mutated
  }
}

function mutateOnce(whole: Buffer, random: () => number): Buffer {
  const bytes = Buffer.from(whole)
  const at = () => Math.floor(random() * bytes.length)
  const kind = random()
  if (kind < 0.7) {
    const flips = 1 + Math.floor(random() * 8)
    for (let flip = 0; flip < flips; flip += 1) {
      const place = at()
      bytes[place] = (bytes[place] ?? 0) ^ (1 + Math.floor(random() * 255))
    }
    return bytes
  }
  const [from, to, length] = [at(), at(), 1 + Math.floor(random() * 5_000)]
  if (kind < 0.8)
    return bytes.fill(Math.floor(random() * 256), from, Math.min(from + length, bytes.length))
  if (kind < 0.9) {
    bytes.copy(bytes, to, from, Math.min(from + length, bytes.length))
    return bytes
  }
  return kind < 0.95 ? bytes.subarray(0, from) : Buffer.concat([bytes, bytes.subarray(from)])
}

function sign(mutated: Buffer): Buffer {
  const pages = mutated.subarray(0, Math.max(0, mutated.length - TRAILER_BYTES))
  return sealPages(pages)
}
