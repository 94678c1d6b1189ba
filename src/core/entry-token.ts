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
  nhu_cầu: 'need',
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

const PIECE = /\s*(?:(?<number>\d[\d.,]*)|(?<word>\p{L}[\p{L}_]*)|(?<sign>[-−+*×/÷()%]))/uy

/** Splits an entry into numbers with their units, variables and signs. @throws `amount-*` naming the piece */
export function readTokens(text: string, language: Language): EntryToken[] {
  const tokens: EntryToken[] = []
  PIECE.lastIndex = 0
  while (PIECE.lastIndex < text.length) {
    const at = PIECE.lastIndex
    const groups = PIECE.exec(text)?.groups
    if (!groups) {
      if (text.slice(at).trim() === '') return tokens
      throw new WorkbenchError('amount-invalid', { text })
    }
    const { number, word, sign } = groups
    if (number !== undefined) tokens.push(readFigure(number, text, language))
    else if (word !== undefined) addWord(tokens, word.toLowerCase(), text)
    else if (sign !== undefined) tokens.push({ kind: 'sign', sign: SIGNS[sign] ?? sign })
  }
  return tokens
}

const SIGNS: Readonly<Record<string, string>> = { '−': '-', '×': '*', '÷': '/' }

function readFigure(number: string, text: string, language: Language): EntryToken {
  const figure = readTypedNumber(number, language)
  if (!figure) throw new WorkbenchError('amount-grouping', { text, number })
  return { kind: 'number', figure, unit: null }
}

function addWord(tokens: EntryToken[], word: string, text: string): void {
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
      name: word,
    })
  tokens.push({ kind: 'variable', name })
}
