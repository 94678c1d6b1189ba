/**
 * One JSON document piece by piece, as `JSON.stringify` writes it with amounts as decimal text and direction
 * characters escaped: a list among the document's own values, array or iterable, comes item by item, so that
 * no string ever holds more than one of them.
 */
export function* jsonPieces(document: object): Generator<string> {
  let before = '{'
  for (const [key, value] of Object.entries(document)) {
    if (value === undefined) continue
    yield `${before}${writeValue(key)}:`
    before = ','
    if (isList(value)) yield* listPieces(value)
    else yield writeValue(value)
  }
  yield before === '{' ? '{}' : '}'
}

function* listPieces(items: Iterable<unknown>): Generator<string> {
  let before = '['
  for (const item of items) {
    yield `${before}${writeValue(item ?? null)}`
    before = ','
  }
  yield before === '[' ? '[]' : ']'
}

function isList(value: unknown): value is Iterable<unknown> {
  return (
    typeof value === 'object' &&
    value !== null &&
    Symbol.iterator in value &&
    !(value instanceof Map)
  )
}

function writeValue(value: unknown): string {
  const text = JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'bigint' ? part.toString() : part,
  )
  return text.replace(/[\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, escapeCharacter)
}

function escapeCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}
