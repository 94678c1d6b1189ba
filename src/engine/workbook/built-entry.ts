import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The built program of this name lies beside this one, whether that runs from `out` or from source under a test. */
export function findBuiltEntry(name: string): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const entry = join(folder, 'out', 'engine', name)
    if (existsSync(entry)) return entry
    if (folder === dirname(folder)) throw new Error(`out/engine/${name} is missing; build first`)
  }
}
