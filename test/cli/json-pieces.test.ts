import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Output } from '../../src/cli/command.ts'
import { eachOf } from '../../src/cli/each-of.ts'
import { jsonPieces } from '../../src/cli/json-pieces.ts'
import { printJson, streamJson } from '../../src/cli/printing.ts'

/** The document as one call writes it. */
function whole(document: object): string {
  const text = JSON.stringify(document, (_key, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  )
  return text.replace(
    /[\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

test('a list comes item by item, amounts as text, nothing where nothing is said', () => {
  const items = eachOf([1n, null, undefined], (item) => item)
  const pieces = [...jsonPieces({ flags: items, none: undefined, counts: { error: 2 }, empty: [] })]
  expect(pieces).toEqual([
    '{"flags":',
    '["1"',
    ',null',
    ',null',
    ']',
    ',"counts":',
    '{"error":2}',
    ',"empty":',
    '[]',
    '}',
  ])
  expect([...jsonPieces({})].join('')).toBe('{}')
})

test('the pieces of any document are what JSON.stringify writes', () => {
  const leaf = fc.oneof(
    fc.bigInt(),
    fc.string({ unit: 'binary' }),
    fc.double(),
    fc.constant(undefined),
  )
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      leaf,
      fc.constant(null),
      fc.boolean(),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(fc.string({ unit: 'binary' }), tie('value'), { maxKeys: 4 }),
    ),
  }))
  fc.assert(
    fc.property(fc.dictionary(fc.string({ unit: 'binary' }), value), (document) => {
      expect([...jsonPieces(document)].join('')).toBe(whole(document))
    }),
    { numRuns: 300 },
  )
})

test('a document longer than one write is written in several, none of them long, and ends its line once', async () => {
  const written: string[] = []
  let waits = 0
  const output: Output = {
    isJson: true,
    language: 'vi',
    write: (text) => void written.push(text),
    print: (line) => void written.push(`${line}\n`),
    drained: async () => void (waits += 1),
    printError: () => undefined,
    showProgress: () => undefined,
  }
  const flags = Array.from({ length: 20_000 }, (_, at) => ({ at, said: 'đã bố trí' }))
  await streamJson(output, { flags, counts: {} })
  expect(written.join('')).toBe(`${whole({ flags, counts: {} })}\n`)
  expect(written.length).toBeGreaterThan(5)
  expect(waits).toBe(written.length - 1)
  expect(Math.max(...written.map(({ length }) => length))).toBeLessThan(100_000)
  written.length = 0
  printJson(output, { flags, counts: {} })
  expect(written).toEqual([`${whole({ flags, counts: {} })}\n`])
})
