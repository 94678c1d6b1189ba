/** VNI writes a Vietnamese letter as a base letter followed by a mark, both from Latin-1. */
const TONES = { ø: '\u0300', ù: '\u0301', û: '\u0309', õ: '\u0303', ï: '\u0323' } as const
const CIRCUMFLEX = {
  â: '\u0302',
  à: '\u0302\u0300',
  á: '\u0302\u0301',
  å: '\u0302\u0309',
  ã: '\u0302\u0303',
  ä: '\u0302\u0323',
} as const
const BREVE = {
  ê: '\u0306',
  è: '\u0306\u0300',
  é: '\u0306\u0301',
  ú: '\u0306\u0309',
  ü: '\u0306\u0303',
  ë: '\u0306\u0323',
} as const

type Marks = Readonly<Record<string, string>>

/** The marks each base letter may carry. */
const MARKS: Readonly<Record<string, Marks>> = {
  a: { ...TONES, ...CIRCUMFLEX, ...BREVE },
  e: { ...TONES, ...CIRCUMFLEX },
  o: { ...TONES, ...CIRCUMFLEX },
  u: TONES,
  y: TONES,
  ô: TONES,
  ö: TONES,
}

/** Letters that stand alone. */
const LETTERS: Marks = {
  ñ: 'đ',
  ô: 'ơ',
  ö: 'ư',
  ì: 'ì',
  í: 'í',
  æ: 'ỉ',
  ó: 'ĩ',
  ò: 'ị',
  î: 'ỵ',
}

/** Decodes VNI for Windows (the fonts named VNI-…) to composed Unicode. */
export function decodeVni(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
  let decoded = ''
  for (let i = 0; i < text.length; i += 1) {
    const letter = text.charAt(i)
    const marks = MARKS[letter.toLowerCase()]?.[text.charAt(i + 1).toLowerCase()]
    decoded += readLetter(letter) + (marks ?? '')
    if (marks !== undefined) i += 1
  }
  return decoded.normalize('NFC')
}

function readLetter(letter: string): string {
  const alone = LETTERS[letter.toLowerCase()]
  if (alone === undefined) return letter
  return letter === letter.toLowerCase() ? alone : alone.toUpperCase()
}
