/** A text the engine refused, waiting for the editor to open on it again. */
interface RefusedEntry {
  readonly project: number | null
  readonly line: number | null
  readonly text: string
  readonly sentence: string
}

let waiting: RefusedEntry | null = null

/** Keeps a refused text so that nothing typed is lost. */
export function keepRefused(entry: RefusedEntry): void {
  waiting = entry
}

/** The refused text of a cell, once. */
export function takeRefused(project: number | null, line: number | null): RefusedEntry | null {
  const entry = waiting
  waiting = null
  return entry && entry.project === project && entry.line === line ? entry : null
}
