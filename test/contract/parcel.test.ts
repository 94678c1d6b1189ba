import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openParcel, packParcel } from '../../src/contract/parcel.ts'

const LARGE = 300 * 1024

test('columns and long texts lie in one run of bytes and come out as they went in', () => {
  const value = {
    revision: 7,
    lines: [{ code: 'TW', years: new Map([[2026, 5n]]) }],
    amount: new Float64Array(LARGE / 8).fill(0.5),
    table: { name: { text: 'Đường\ud800'.repeat(1000), ends: new Uint32Array([1, 2, 3]) } },
  }
  const parcel = packParcel(value)
  expect(parcel?.rest).toEqual({ revision: 7, lines: value.lines, table: { name: {} } })
  expect(parcel && openParcel(structuredClone(parcel))).toEqual(value)
})

test('what is small goes as it is', () => {
  expect(packParcel({ amount: new Float64Array(10), text: 'a' })).toBeNull()
  expect(packParcel(null)).toBeNull()
})

test('any columns come out as they went in, wherever the bytes lie', () => {
  const part = fc.oneof(
    fc.int32Array(),
    fc.uint32Array(),
    fc.float64Array(),
    fc.int16Array(),
    fc.uint16Array(),
    fc.uint8Array(),
    fc.string({ unit: 'binary', minLength: 4000, maxLength: 9000, size: 'max' }),
    fc.bigInt(),
  )
  fc.assert(
    fc.property(fc.dictionary(fc.stringMatching(/^[a-z]{1,4}$/), part), fc.nat(9), (parts, gap) => {
      const value = { parts, bulk: new Uint8Array(LARGE) }
      const parcel = packParcel(value)
      if (!parcel) throw new Error('not packed')
      const moved = new Uint8Array(gap + parcel.bytes.length)
      moved.set(parcel.bytes, gap)
      expect(openParcel({ ...structuredClone(parcel), bytes: moved.subarray(gap) })).toEqual(value)
    }),
    { numRuns: 40 },
  )
})
