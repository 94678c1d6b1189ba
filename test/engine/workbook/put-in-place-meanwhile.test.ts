import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { listGenerations } from '../../../src/engine/workbook/generations.ts'
import { putInPlaceMeanwhile } from '../../../src/engine/workbook/put-in-place-meanwhile.ts'
import { TRAILER_BYTES, readTrailer } from '../../../src/engine/workbook/trailer.ts'
import { hashBytes } from '../../../src/engine/workbook/workbook-bytes.ts'
import { refusalOf } from '../../builders/refusal.ts'
import { useTemporaryFolder } from '../../builders/temporary-folder.ts'

const folder = useTemporaryFolder()

function sharedFile(fill: number): Buffer {
  const bytes = Buffer.from(new SharedArrayBuffer(1 << 20))
  return bytes.fill(fill, 0, bytes.length - TRAILER_BYTES)
}

test('another thread puts a proven file in place, sealed, and gives its hash', () => {
  const path = folder.join('lớn.lgw')
  const hash = putInPlaceMeanwhile({ path, expectedHash: null }, sharedFile(1), () => undefined)
  const written = readFileSync(path)
  expect(hash).toBe(hashBytes(written))
  expect(readTrailer(written).state).toBe('matches')
})

test('a file that could not be proven is not put in place, and nothing stays beside it', () => {
  const path = folder.join('sai.lgw')
  writeFileSync(path, 'bản cũ')
  const order = { path, expectedHash: hashBytes(readFileSync(path)) }
  const refute = () => {
    throw new Error('refuted')
  }
  expect(() => putInPlaceMeanwhile(order, sharedFile(2), refute)).toThrow('refuted')
  expect(readFileSync(path, 'utf8')).toBe('bản cũ')
  // What was put aside shares its bytes with the file that still stands.
  expect(listGenerations(path)).toEqual([])
  expect(readdirSync(folder.path).filter((name) => name.includes('sai.lgw'))).toEqual(['sai.lgw'])
})

test('what somebody else wrote meanwhile stands, whichever of the two was faster', () => {
  const path = folder.join('tranh chấp.lgw')
  writeFileSync(path, 'bản mở')
  const order = { path, expectedHash: hashBytes(readFileSync(path)) }
  const replace = () => writeFileSync(path, 'bản người khác')
  const refusal = refusalOf(() => putInPlaceMeanwhile(order, sharedFile(3), replace))
  expect(refusal?.code).toBe('workbook-changed-outside')
  expect(readFileSync(path, 'utf8')).toBe('bản người khác')
})
