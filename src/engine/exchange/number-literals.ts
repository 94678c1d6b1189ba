import { Decimal } from '../../core/decimal.ts'

/** The numbers of a worksheet part as its XML spells them, keyed `row,column` from 0. */
export interface NumberLiterals {
  /** Only the numbers whose spelling differs from what a double prints. */
  readonly spelled: ReadonlyMap<string, string>
  readonly numbers: number
  readonly cells: number
}

const NOT_MARKUP = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>/g
const TAG = /<(\/?)(?:[\w.-]+:)?(row|c|v)(\s[^>]*?)?(\/?)>/g

/** Reads the spelling of every number of a worksheet, which the xlsx library only gives through a double. */
export function readNumberLiterals(xml: string): NumberLiterals {
  const spelled = new Map<string, string>()
  const text = xml.includes('<!') ? xml.replace(NOT_MARKUP, '') : xml
  let [row, column, numbers, cells, isNumber] = [-1, -1, 0, 0, false]
  for (const tag of text.matchAll(TAG)) {
    const [whole, closing, name, attributes = '', empty] = tag
    if (closing) continue
    if (name === 'row') {
      row = (Number(attributeOf(attributes, 'r')) || row + 2) - 1
      column = -1
    } else if (name === 'c') {
      cells += 1
      const at = parseAddress(attributeOf(attributes, 'r'))
      column = at?.column ?? column + 1
      row = at?.row ?? row
      isNumber = ['', 'n'].includes(attributeOf(attributes, 't'))
    } else if (isNumber && !empty) {
      const start = tag.index + whole.length
      const literal = text.slice(start, text.indexOf('<', start))
      if (literal === '' || Number.isNaN(Number(literal))) continue
      numbers += 1
      if (String(Number(literal)) !== literal) spelled.set(`${row},${column}`, literal)
    }
  }
  return { spelled, numbers, cells }
}

/**
 * The decimal a literal means. Excel spells 78.93 as 78.930000000000007, the 17 digits of its double: such
 * a spelling means the short decimal it stands for; every other spelling means exactly what it says.
 */
export function decimalOfLiteral(literal: string): string {
  const exact = new Decimal(literal.trim())
  const double = Number(literal)
  const short = new Decimal(String(double))
  const isSpelledDouble = exact.eq(new Decimal(double.toPrecision(17)))
  const isTyped = short.precision(false) <= 15
  return (isSpelledDouble && isTyped ? short : exact).toFixed()
}

function attributeOf(attributes: string, name: string): string {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes)
  return found?.[1] ?? found?.[2] ?? ''
}

function parseAddress(address: string): { row: number; column: number } | null {
  const found = /^([A-Z]{1,3})([1-9]\d{0,6})$/i.exec(address)
  if (!found) return null
  const letters = (found[1] ?? '').toUpperCase()
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return { row: Number(found[2]) - 1, column }
}
