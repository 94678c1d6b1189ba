import type { Output } from './command.ts'
import { jsonPieces } from './json-pieces.ts'

/** As much text as is handed over at once. */
const PIECE = 64 * 1024

/** Prints one JSON document, its lists item by item; amounts become decimal text, and direction characters their escapes. */
export function printJson(output: Output, document: object): void {
  let text = ''
  for (const piece of jsonPieces(document)) {
    text += piece
    if (text.length < PIECE) continue
    output.write(text)
    text = ''
  }
  output.print(text)
}

/** Prints rows as aligned text, going through them twice; the columns named in `right` hold figures. */
export function printTable(
  output: Output,
  header: readonly string[],
  rows: Iterable<readonly string[]>,
  right: ReadonlySet<number> = new Set(),
): void {
  const widths = header.map((title) => title.length)
  for (const row of rows) {
    row.forEach((text, column) => {
      widths[column] = Math.max(widths[column] ?? 0, text.length)
    })
  }
  printRow(header)
  for (const row of rows) printRow(row)

  function printRow(row: readonly string[]): void {
    const cells = row.map((text, column) =>
      right.has(column) ? text.padStart(widths[column] ?? 0) : text.padEnd(widths[column] ?? 0),
    )
    output.print(cells.join('  ').trimEnd())
  }
}
