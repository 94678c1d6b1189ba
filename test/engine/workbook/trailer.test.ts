import { expect, test } from 'vitest'
import { TRAILER_BYTES, readTrailer } from '../../../src/engine/workbook/trailer.ts'
import { sealPages } from '../../builders/sealed-pages.ts'

const pages = new Uint8Array(4096).fill(7)

test('a trailer vouches for exactly the pages before it', () => {
  const bytes = sealPages(pages)
  const read = readTrailer(bytes)
  expect(read.state).toBe('matches')
  expect(Buffer.from(read.pages).equals(pages)).toBe(true)
  expect(bytes.length).toBe(pages.length + TRAILER_BYTES)
})

test('any flipped bit before the mark is seen', () => {
  const bytes = sealPages(pages)
  for (let at = 0; at < pages.length + 32; at += 97) {
    const altered = Buffer.from(bytes)
    altered[at] = (altered[at] ?? 0) ^ 1
    expect(readTrailer(altered).state).toBe('differs')
  }
})

test('a file without the mark has no trailer', () => {
  expect(readTrailer(pages).state).toBe('absent')
  expect(readTrailer(new Uint8Array(3)).state).toBe('absent')
})
