/** How much of a text is one piece, in characters, at least. */
const SLICE = 1_000_000

/** As many quotes as a first row may hold. */
const MOST_PARTS = 2 ** 16

/** A piece of a csv and where in the text it begins. */
export interface CsvSlice {
  readonly start: number
  readonly text: string
}

/** A csv's text in pieces that end where a row ends, so that one piece can be read after the other. */
export function* sliceCsv(
  text: string,
  lineBreak: string,
  least = SLICE,
): Generator<CsvSlice, void, void> {
  let start = 0
  while (start < text.length) {
    const end = endOfRow(text, lineBreak, start, start + least)
    yield { start, text: text.slice(start, end) }
    start = end
  }
}

/** The line break that ends the first row; one between quotes ends none. */
export function lineBreakOf(text: string): string {
  for (const [at, part] of text.split('"', MOST_PARTS).entries()) {
    const found = at % 2 === 0 ? /\r\n|\n|\r/.exec(part) : null
    if (found) return found[0]
  }
  return '\n'
}

/** Where the first row ends that reaches beyond a place: a line break between quotes ends none. */
function endOfRow(text: string, lineBreak: string, start: number, beyond: number): number {
  let isQuoted = false
  let quote = text.indexOf('"', start)
  let end = text.indexOf(lineBreak, Math.max(start, beyond - lineBreak.length))
  while (end >= 0) {
    for (; quote >= 0 && quote < end; quote = text.indexOf('"', quote + 1)) isQuoted = !isQuoted
    if (!isQuoted) return end + lineBreak.length
    end = text.indexOf(lineBreak, end + 1)
  }
  return text.length
}
