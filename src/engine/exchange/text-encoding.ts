import { WorkbenchError } from '../../core/error.ts'

/** The encodings a csv may be in. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be'

/** Every encoding we read, as a message names them. */
export const ENCODINGS = 'UTF-8, UTF-16'

/** Decodes a text file to composed Unicode, refusing bytes that are not text in the encoding. @throws `table-unreadable` */
export function decodeText(
  bytes: Uint8Array,
  file: string,
  chosen?: Encoding,
): { text: string; encoding: Encoding } {
  const encoding = chosen ?? detectEncoding(bytes)
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    if (text.includes('\0')) throw new TypeError('NUL in text')
    return { text: text.normalize('NFC'), encoding }
  } catch (cause) {
    const detail = { file, reason: 'encoding', encodings: ENCODINGS }
    throw new WorkbenchError('table-unreadable', detail, { cause })
  }
}

function detectEncoding(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  // The header's Latin letters have a zero byte beside them in UTF-16 without a mark.
  const head = bytes.subarray(0, 512)
  const zeros = [0, 0]
  head.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = zeros
  if (odd > head.length / 8 && odd > even) return 'utf-16le'
  if (even > head.length / 8) return 'utf-16be'
  return 'utf-8'
}
