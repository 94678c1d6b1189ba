/** Reads tab-separated text as spreadsheets copy it; a quoted cell may hold tabs, quotes and line breaks. */
export function parseTableText(text: string): string[][] {
  const rows: string[][] = [[]]
  let at = 0
  while (at < text.length) {
    const { cell, end } = text[at] === '"' ? readQuoted(text, at) : readPlain(text, at)
    rows.at(-1)?.push(cell)
    at = end
    if (text[at] === '\t') {
      at += 1
      if (at === text.length || isBreak(text[at])) rows.at(-1)?.push('')
    }
    if (isBreak(text[at])) {
      at += text.startsWith('\r\n', at) ? 2 : 1
      if (at < text.length) rows.push([])
    }
  }
  return squared(rows)
}

function readPlain(text: string, from: number): { cell: string; end: number } {
  let end = from
  while (end < text.length && text[end] !== '\t' && !isBreak(text[end])) end += 1
  return { cell: text.slice(from, end), end }
}

function readQuoted(text: string, from: number): { cell: string; end: number } {
  const match = /^"((?:[^"]|"")*)"(?=[\t\r\n]|$)/.exec(text.slice(from))
  // A quotation mark that never closes is an ordinary character.
  if (!match) return readPlain(text, from)
  return { cell: (match[1] ?? '').replaceAll('""', '"'), end: from + match[0].length }
}

function isBreak(character: string | undefined): boolean {
  return character === '\n' || character === '\r'
}

/** Gives every row as many cells as the longest. */
function squared(rows: string[][]): string[][] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 1)
  return rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => '')])
}
