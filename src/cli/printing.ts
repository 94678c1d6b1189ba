import type { Output } from './command.ts'

/** Prints one JSON document; amounts become decimal text, and direction characters their escapes. */
export function printJson(output: Output, document: unknown): void {
  const text = JSON.stringify(document, (_key, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  )
  output.print(text.replace(/[\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, escapeCharacter))
}

function escapeCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}

/** Prints rows as aligned text; the columns named in `right` hold figures. */
export function printTable(
  output: Output,
  header: readonly string[],
  rows: readonly (readonly string[])[],
  right: ReadonlySet<number> = new Set(),
): void {
  const widths = header.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  )
  for (const row of [header, ...rows]) {
    const cells = row.map((text, column) =>
      right.has(column) ? text.padStart(widths[column] ?? 0) : text.padEnd(widths[column] ?? 0),
    )
    output.print(cells.join('  ').trimEnd())
  }
}
