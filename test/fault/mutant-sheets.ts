import { WorkbenchError } from '../../src/core/error.ts'
import { readTables } from '../../src/engine/exchange/read-table.ts'
import type { MutantFigures } from './mutants.ts'
import { mutate } from './mutants.ts'
import { seeded } from './seeded.ts'

/** Mutates a table file and reads each mutant as an import does. */
export async function mutateSheets(
  mutants: number,
  seed: number,
  whole: Buffer,
  name: string,
): Promise<MutantFigures> {
  const random = seeded(seed)
  const contentOf = async (bytes: Buffer) => JSON.stringify(await readTables(bytes, name, {}))
  const original = await contentOf(whole)
  const seen = { refused: 0, crashed: 0, slowestMs: 0, changed: 0 }
  for (let mutant = 0; mutant < mutants; mutant += 1) {
    const mutated = mutate(whole, random)
    const start = performance.now()
    try {
      if ((await contentOf(mutated)) !== original) seen.changed += 1
    } catch (error) {
      if (error instanceof WorkbenchError) seen.refused += 1
      else seen.crashed += 1
    }
    seen.slowestMs = Math.max(seen.slowestMs, Math.round(performance.now() - start))
  }
  return { mutants, ...seen }
}
