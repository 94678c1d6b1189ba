const [SPACE, BANG, QUOTE, APOSTROPHE, SLASH, COLON] = [32, 33, 34, 39, 47, 58] as const
const [LESS, EQUALS, GREATER, QUESTION] = [60, 61, 62, 63] as const

const ENTITIES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
}

/** Packs the first six letters of a name into a number, which compares faster than text. */
export function packName(name: string): number {
  return Array.from(name.slice(0, 6)).reduce((sum, letter) => sum * 256 + letter.charCodeAt(0), 0)
}

/**
 * Walks the tags of an XML part from its bytes, so that two million cells need neither a tree nor the whole
 * text. It understands what spreadsheets write: elements, attributes, entities, CDATA and comments.
 */
export class XmlScanner {
  /** The current tag's packed local name, whether it closes an element and whether it is one by itself. */
  name = 0
  isClosing = false
  isEmpty = false
  private at = 0
  private attributesAt = 0
  private tagEnd = 0
  private valueAt = 0
  private valueEnd = 0

  constructor(private readonly bytes: Buffer) {}

  /** How much of the part is behind, from 0 to 1. */
  get share(): number {
    return this.at / this.bytes.length
  }

  /** Moves to the next tag; false at the end of the part. */
  next(): boolean {
    const { bytes } = this
    for (;;) {
      const start = this.find(LESS, this.at)
      if (start >= bytes.length) return false
      const first = bytes[start + 1]
      if (first === BANG) this.at = this.skipMarkup(start)
      else if (first === QUESTION) this.at = this.skipTo('?>', start)
      else {
        this.readTag(start + 1)
        return true
      }
    }
  }

  /** An attribute's text, entities resolved; null where the tag has none of this name. */
  attribute(name: string): string | null {
    if (!this.findAttribute(name)) return null
    return resolveEntities(this.bytes.toString('utf8', this.valueAt, this.valueEnd))
  }

  /** An attribute that stands under a namespace prefix, such as `r:id`; any prefix will do. */
  prefixedAttribute(name: string): string | null {
    const tag = this.bytes.toString('utf8', this.attributesAt, this.tagEnd)
    const found = new RegExp(`\\s[\\w.-]+:${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag)
    return found ? resolveEntities(found[1] ?? found[2] ?? '') : null
  }

  /** An attribute's whole number; -1 where there is none. */
  numberAttribute(name: string): number {
    if (!this.findAttribute(name)) return -1
    let value = 0
    for (let i = this.valueAt; i < this.valueEnd; i += 1) {
      const digit = (this.bytes[i] ?? 0) - 48
      if (digit < 0 || digit > 9) return -1
      value = value * 10 + digit
    }
    return value
  }

  /** The column of a cell's address attribute `r`, from 0; -1 where there is none. */
  columnAttribute(): number {
    if (!this.findAttribute('r')) return -1
    let column = 0
    for (let i = this.valueAt; i < this.valueEnd; i += 1) {
      const letter = ((this.bytes[i] ?? 0) & 0xdf) - 64
      if (letter < 1 || letter > 26 || (this.bytes[i] ?? 0) < 65) break
      column = column * 26 + letter
    }
    return column - 1
  }

  /** The text from the current tag to the next one, entities and CDATA resolved. */
  text(): string {
    if (this.isEmpty) return ''
    const { bytes } = this
    const from = this.at
    let [stop, bits] = [from, 0]
    for (; stop < bytes.length && bytes[stop] !== LESS; stop += 1) bits |= bytes[stop] ?? 0
    // Figures are most of a sheet, and plain ASCII decodes faster by a name that needs no checks.
    const piece = bytes.toString(bits < 128 ? 'latin1' : 'utf8', from, stop)
    this.at = stop
    const text = piece.includes('&') ? resolveEntities(piece) : piece
    return bytes[stop + 1] === BANG ? text + this.markupText(stop) : text
  }

  private markupText(start: number): string {
    const end = this.skipMarkup(start)
    const isData = this.bytes.toString('latin1', start, start + 9) === '<![CDATA['
    this.at = end
    const data = isData ? this.bytes.toString('utf8', start + 9, end - 3) : ''
    return data + this.text()
  }

  private readTag(start: number): void {
    const { bytes } = this
    let i = start
    this.isClosing = bytes[i] === SLASH
    if (this.isClosing) i += 1
    let [name, letters] = [0, 0]
    for (; i < bytes.length; i += 1) {
      const byte = bytes[i] ?? 0
      if (byte <= SPACE || byte === GREATER || byte === SLASH) break
      if (byte === COLON) [name, letters] = [0, 0]
      else if (letters < 6) {
        name = name * 256 + byte
        letters += 1
      }
    }
    this.name = name
    this.attributesAt = i
    for (; i < bytes.length && bytes[i] !== GREATER; i += 1) {
      const byte = bytes[i]
      if (byte === QUOTE || byte === APOSTROPHE) {
        i = this.find(byte, i + 1)
      }
    }
    this.tagEnd = i
    this.isEmpty = bytes[i - 1] === SLASH
    this.at = i + 1
  }

  private findAttribute(name: string): boolean {
    const { bytes, tagEnd } = this
    let i = this.attributesAt
    while (i < tagEnd) {
      while (i < tagEnd && (bytes[i] ?? 0) <= SPACE) i += 1
      const nameAt = i
      while (i < tagEnd && bytes[i] !== EQUALS && (bytes[i] ?? 0) > SPACE) i += 1
      const nameEnd = i
      while (i < tagEnd && bytes[i] !== QUOTE && bytes[i] !== APOSTROPHE) i += 1
      const close = this.find(bytes[i] ?? QUOTE, i + 1)
      if (close >= tagEnd) return false
      if (this.isNamed(name, nameAt, nameEnd)) {
        this.valueAt = i + 1
        this.valueEnd = close
        return true
      }
      i = close + 1
    }
    return false
  }

  /** What is looked for is a few bytes away, so a loop beats a call out of the engine. */
  private find(byte: number, from: number): number {
    const { bytes } = this
    let i = from
    while (i < bytes.length && bytes[i] !== byte) i += 1
    return i
  }

  private isNamed(name: string, from: number, to: number): boolean {
    if (to - from !== name.length) return false
    for (let i = 0; i < name.length; i += 1) {
      if (this.bytes[from + i] !== name.charCodeAt(i)) return false
    }
    return true
  }

  private skipMarkup(start: number): number {
    const opening = this.bytes.toString('latin1', start, start + 9)
    if (opening.startsWith('<!--')) return this.skipTo('-->', start + 4)
    return this.skipTo(opening === '<![CDATA[' ? ']]>' : '>', start)
  }

  private skipTo(mark: string, from: number): number {
    const found = this.bytes.indexOf(mark, from, 'latin1')
    return found < 0 ? this.bytes.length : found + mark.length
  }
}

function resolveEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES[name] ?? whole
    const point = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole
  })
}
