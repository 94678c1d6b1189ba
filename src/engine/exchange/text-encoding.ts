import iconv from 'iconv-lite'
import { WorkbenchError } from '../../core/error.ts'
import { type VietnameseShare, countVietnamese } from './vietnamese-share.ts'
import { decodeVni } from './vni.ts'

/** The encodings a csv may be in. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1258' | 'tcvn3' | 'vni'

/** Every encoding we read, as a person names it. */
export const ENCODINGS: readonly Encoding[] = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1258',
  'tcvn3',
  'vni',
]

/** What speaks for an encoding: the person's word, a mark at the start, bytes only it has, or the words it yields. */
export type EncodingEvidence = 'chosen' | 'mark' | 'bytes' | VietnameseShare

/** A text with the encoding it was read in and why. */
export interface DecodedText {
  readonly text: string
  readonly encoding: Encoding
  readonly evidence: EncodingEvidence
}

type Legacy = 'windows-1258' | 'tcvn3' | 'vni'

const LEGACY: Readonly<Record<Legacy, (bytes: Uint8Array) => string>> = {
  'windows-1258': (bytes) => iconv.decode(asBuffer(bytes), 'windows-1258').normalize('NFC'),
  tcvn3: (bytes) => iconv.decode(asBuffer(bytes), 'tcvn').normalize('NFC'),
  vni: decodeVni,
}

/** A legacy encoding is believed when nearly every word it yields is spelled as Vietnamese spells. */
const LIKELY_PERCENT = 80

const SAMPLE_BYTES = 256 * 1024

/** Decodes a text file to composed Unicode, refusing bytes that are not text in the encoding. @throws `table-unreadable` */
export function decodeText(bytes: Uint8Array, file: string, chosen?: Encoding): DecodedText {
  const { encoding, evidence } = chosen
    ? { encoding: chosen, evidence: 'chosen' as const }
    : detectEncoding(bytes, file)
  const text = isLegacy(encoding) ? LEGACY[encoding](bytes) : decodeUnicode(bytes, encoding, file)
  if (text.includes('\0') || (isLegacy(encoding) && text.includes('\uFFFD'))) throw notText(file)
  return { text, encoding, evidence }
}

function decodeUnicode(bytes: Uint8Array, encoding: string, file: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes).normalize('NFC')
  } catch (cause) {
    throw notText(file, cause)
  }
}

function detectEncoding(bytes: Uint8Array, file: string): Omit<DecodedText, 'text'> {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', evidence: 'mark' }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', evidence: 'mark' }
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    return { encoding: 'utf-8', evidence: 'mark' }
  const wide = detectWide(bytes)
  if (wide) return { encoding: wide, evidence: 'bytes' }
  if (isUtf8(bytes)) return { encoding: 'utf-8', evidence: 'bytes' }
  return detectLegacy(bytes.subarray(0, SAMPLE_BYTES), file)
}

/** The header's Latin letters have a zero byte beside them in UTF-16 without a mark. */
function detectWide(bytes: Uint8Array): Encoding | null {
  const head = bytes.subarray(0, 512)
  const zeros = [0, 0]
  head.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = zeros
  if (odd > head.length / 8 && odd > even) return 'utf-16le'
  return even > head.length / 8 ? 'utf-16be' : null
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** The legacy encoding under which clearly most words are Vietnamese; two that do equally well are no answer. */
function detectLegacy(bytes: Uint8Array, file: string): Omit<DecodedText, 'text'> {
  const tried = (Object.keys(LEGACY) as Legacy[])
    .map((encoding) => ({ encoding, evidence: countVietnamese(LEGACY[encoding](bytes)) }))
    .sort((a, b) => percent(b.evidence) - percent(a.evidence))
  const [best, second] = tried
  if (!best || percent(best.evidence) < LIKELY_PERCENT) throw notText(file)
  if (second && percent(second.evidence) === percent(best.evidence)) throw notText(file)
  return best
}

function percent({ words, likely }: VietnameseShare): number {
  return words === 0 ? 0 : (100 * likely) / words
}

function isLegacy(encoding: Encoding): encoding is Legacy {
  return Object.hasOwn(LEGACY, encoding)
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
}

function notText(file: string, cause?: unknown): WorkbenchError {
  const detail = { file, reason: 'encoding', encodings: ENCODINGS }
  return new WorkbenchError('table-unreadable', detail, { cause })
}
