import { TRAILER_BYTES, sealFile } from '../../src/engine/workbook/trailer.ts'

/** The file of these pages, with a trailer that vouches for them. */
export function sealPages(pages: Uint8Array): Buffer {
  const file = Buffer.alloc(pages.length + TRAILER_BYTES)
  file.set(pages)
  sealFile(file)
  return file
}
