import type { Decimal } from './decimal.ts'
import { WorkbenchError } from './error.ts'
import { type Unit } from './money.ts'
import type { Language } from './number-format.ts'
import { readTypedNumber } from './number-text.ts'

/** Names a formula may use, whole đồng: the project's need, the line's remaining money and ceiling, the total investment. */
export type EntryVariable = 'need' | 'remaining' | 'ceiling' | 'total'

/** One piece of an entry. */
export type EntryToken =
  | { readonly kind: 'number'; readonly figure: Decimal; readonly unit: Unit | null }
  | { readonly kind: 'variable'; readonly name: EntryVariable }
  | { readonly kind: 'sign'; readonly sign: string }

const UNIT_NAMES: Readonly<Record<string, Unit>> = {
  đ: 'dong',
  đồng: 'dong',
  dong: 'dong',
  vnd: 'dong',
  vnđ: 'dong',
  nghìn: 'thousand',
  ngàn: 'thousand',
  nghin: 'thousand',
  ngan: 'thousand',
  k: 'thousand',
  thousand: 'thousand',
  triệu: 'million',
  trieu: 'million',
  tr: 'million',
  million: 'million',
  tỷ: 'billion',
  tỉ: 'billion',
  ty: 'billion',
  ti: 'billion',
  billion: 'billion',
}

const VARIABLE_NAMES: Readonly<Record<string, EntryVariable>> = {
  need: 'need',
  nhucau: 'need',
  nhucầu: 'need',
  remaining: 'remaining',
  conlai: 'remaining',
  cònlại: 'remaining',
  ceiling: 'ceiling',
  tran: 'ceiling',
  trần: 'ceiling',
  total: 'total',
  tong: 'total',
  tổng: 'total',
}

// The two-word names are looked for first, so that a space inside one does not end it.
const PIECE =
  /\s*(?:(?<number>\d[\d.,]*)|(?<word>nhu[\s_]*c[ầa]u|c[òo]n[\s_]*l[ạa]i|\p{L}[\p{L}_]*)|(?<sign>[-−+*×/÷()%]))/iuy

/** Splits a formula or figure into numbers with their units, variables and signs; errors quote `text`. @throws `amount-*` */
export function readTokens(source: string, language: Language, text: string): EntryToken[] {
  const tokens: EntryToken[] = []
  PIECE.lastIndex = 0
  while (PIECE.lastIndex < source.length) {
    const at = PIECE.lastIndex
    const groups = PIECE.exec(source)?.groups
    if (!groups) {
      if (source.slice(at).trim() === '') return tokens
      throw new WorkbenchError('amount-invalid', { text })
    }
    const { number, word, sign } = groups
    if (number !== undefined) tokens.push(readFigure(number, text, language))
    else if (word !== undefined) addWord(tokens, word, text)
    else if (sign !== undefined) tokens.push({ kind: 'sign', sign: SIGNS[sign] ?? sign })
  }
  return tokens
}

const SIGNS: Readonly<Record<string, string>> = { '−': '-', '×': '*', '÷': '/' }

function readFigure(number: string, text: string, language: Language): EntryToken {
  const figure = readTypedNumber(number, language)
  if (!figure) {
    // Digits alone fail only by their number.
    if (/^\d+$/.test(number)) throw new WorkbenchError('amount-too-large', { text })
    throw new WorkbenchError('amount-grouping', { text, number })
  }
  return { kind: 'number', figure, unit: null }
}

function addWord(tokens: EntryToken[], typed: string, text: string): void {
  const word = typed.toLowerCase().replace(/^(nhu|c[òo]n)[\s_]+/, '$1')
  const last = tokens.at(-1)
  const unit = Object.hasOwn(UNIT_NAMES, word) ? UNIT_NAMES[word] : undefined
  if (unit && last?.kind === 'number' && last.unit === null) {
    tokens[tokens.length - 1] = { ...last, unit }
    return
  }
  // Sentences print an amount as “1,5 tỷ đồng”, so đồng may follow a unit.
  if (unit === 'dong' && last?.kind === 'number' && last.unit !== 'dong') return
  const name = Object.hasOwn(VARIABLE_NAMES, word) ? VARIABLE_NAMES[word] : undefined
  if (!name)
    throw new WorkbenchError(unit ? 'amount-invalid' : 'amount-variable-unknown', {
      text,
      name: typed,
    })
  tokens.push({ kind: 'variable', name })
}
