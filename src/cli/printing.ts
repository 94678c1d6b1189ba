import type { Output } from './command.ts'
import { jsonPieces } from './json-pieces.ts'

/** As much text, and as many lines, as is handed over before whoever reads has to keep up. */
const PIECE = 64 * 1024
const LINES = 1_000

/** Prints one JSON document; amounts become decimal text, and direction characters their escapes. */
export function printJson(output: Output, document: object): void {
  output.print([...jsonPieces(document)].join(''))
}

/** Prints the same of any length: its lists item by item, as fast as they are read. */
export async function streamJson(output: Output, document: object): Promise<void> {
  let text = ''
  for (const piece of jsonPieces(document)) {
    text += piece
    if (text.length < PIECE) continue
    output.write(text)
    text = ''
    await output.drained()
  }
  output.print(text)
}

/** Prints rows as aligned text; the columns named in `right` hold figures. */
export function printTable(
  output: Output,
  header: readonly string[],
  rows: Iterable<readonly string[]>,
  right: ReadonlySet<number> = new Set(),
): void {
  for (const line of tableLines(header, rows, right)) output.print(line)
}

/** Prints the same of any length, as fast as it is read; the rows are gone through twice. */
export async function streamTable(
  output: Output,
  header: readonly string[],
  rows: Iterable<readonly string[]>,
): Promise<void> {
  let count = 0
  for (const line of tableLines(header, rows, new Set())) {
    output.print(line)
    count += 1
    if (count % LINES === 0) await output.drained()
  }
}

function* tableLines(
  header: readonly string[],
  rows: Iterable<readonly string[]>,
  right: ReadonlySet<number>,
): Generator<string> {
  const widths = header.map((title) => title.length)
  for (const row of rows) {
    row.forEach((text, column) => {
      widths[column] = Math.max(widths[column] ?? 0, text.length)
    })
  }
  const lineOf = (row: readonly string[]) =>
    row
      .map((text, column) => {
        const width = widths[column] ?? 0
        return right.has(column) ? text.padStart(width) : text.padEnd(width)
      })
      .join('  ')
      .trimEnd()
  yield lineOf(header)
  for (const row of rows) yield lineOf(row)
}
