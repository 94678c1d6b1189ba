import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ErrorCode } from '../../src/core/error.ts'
import {
  type Money,
  MAX_AMOUNT,
  UNITS,
  UNIT_DIGITS,
  type Unit,
  money,
} from '../../src/core/money.ts'
import { parseEntry } from '../../src/core/number-entry.ts'
import { refusalOf } from '../builders/refusal.ts'

const variables = {
  need: money(1_000_000_001),
  remaining: money(700_000_000),
  ceiling: money(2_000_000_000),
  total: money(9_000_000_000),
}

const enter = (text: string, unit: Unit = 'dong') => parseEntry(text, { unit, variables })

describe('accepts what people type', () => {
  test.each<[string, Unit, bigint]>([
    ['1234567', 'dong', 1_234_567n],
    ['1.234.567', 'dong', 1_234_567n],
    ['1,234,567', 'dong', 1_234_567n],
    ['1.234', 'dong', 1_234n],
    ['0', 'dong', 0n],
    ['-0', 'dong', 0n],
    ['007', 'dong', 7n],
    ['+5', 'dong', 5n],
    ['  12  ', 'dong', 12n],
    ['12,000', 'dong', 12n],
    ['1000000000000000', 'dong', 10n ** 15n],
    ['1.000.000.000.000.000', 'dong', 10n ** 15n],
    ['1,234,567.000', 'dong', 1_234_567n],
    ['1.234.567,89', 'thousand', 1_234_567_890n],
    ['1.234.567,89', 'million', 1_234_567_890_000n],
    ['1,234,567.89', 'million', 1_234_567_890_000n],
    ['1,234.5', 'million', 1_234_500_000n],
    ['1,234', 'billion', 1_234_000_000n],
    ['1.234', 'billion', 1_234_000_000_000n],
    ['0,000000001', 'billion', 1n],
    ['1000000', 'billion', 10n ** 15n],
    ['1.234,567891', 'million', 1_234_567_891n],
  ])('a bare number is in the unit shown: %s in %s', (text, unit, amount) => {
    expect(enter(text, unit)).toBe(amount)
  })

  test.each<[string, bigint]>([
    ['1,5 tỷ', 1_500_000_000n],
    ['1,5 tỉ', 1_500_000_000n],
    ['1,5tỷ', 1_500_000_000n],
    ['1,5 TỶ', 1_500_000_000n],
    ['1,5 ty', 1_500_000_000n],
    ['1,5 billion', 1_500_000_000n],
    ['250tr', 250_000_000n],
    ['250 TR', 250_000_000n],
    ['250 triệu', 250_000_000n],
    ['250 trieu', 250_000_000n],
    ['250 million', 250_000_000n],
    ['12 nghìn', 12_000n],
    ['12 ngàn', 12_000n],
    ['12k', 12_000n],
    ['12 thousand', 12_000n],
    ['12đ', 12n],
    ['12 đồng', 12n],
    ['12 VND', 12n],
    ['12 VNĐ', 12n],
    ['1.234 ₫', 1_234n],
    ['1,5 tỷ đồng', 1_500_000_000n],
    ['250 triệu đồng', 250_000_000n],
    ['1.234,5 tỷ', 1_234_500_000_000n],
  ])('a named unit wins over the unit shown: %s', (text, amount) => {
    for (const unit of ['dong', 'thousand', 'million', 'billion'] as const) {
      expect(enter(text, unit)).toBe(amount)
    }
  })

  test.each<[string, Unit, bigint]>([
    ['=1200-350', 'dong', 850n],
    ['=1200-350', 'million', 850_000_000n],
    ['=30%*1000', 'dong', 300n],
    ['=30%*need+0,7', 'dong', 300_000_001n],
    ['=need', 'million', 1_000_000_001n],
    ['=need/3*3', 'dong', 1_000_000_001n],
    ['=need/7*7', 'billion', 1_000_000_001n],
    ['=1/3+2/3', 'dong', 1n],
    ['=remaining', 'billion', 700_000_000n],
    ['=ceiling/2', 'dong', 1_000_000_000n],
    ['=total/3', 'thousand', 3_000_000_000n],
    ['=REMAINING - 500tr', 'million', 200_000_000n],
    ['=(remaining-500tr)/2', 'dong', 100_000_000n],
    ['=nhucau-1', 'dong', 1_000_000_000n],
    ['=conlai+tran+tong', 'dong', 11_700_000_000n],
    ['=nhu cầu', 'dong', 1_000_000_001n],
    ['=30% * Nhu  Cầu + 0,7', 'dong', 300_000_001n],
    ['=nhu cau/nhucầu', 'dong', 1n],
    ['=còn lại-con lai+cònlại', 'dong', 700_000_000n],
    ['=nhu_cầu', 'dong', 1_000_000_001n],
    ['=trần−tổng+9tỷ', 'dong', 2_000_000_000n],
    ['=2×3÷2', 'dong', 3n],
    ['=2+3*4', 'dong', 14n],
    ['=(2+3)*4', 'dong', 20n],
    ['=20-5-3', 'dong', 12n],
    ['=100/5/2', 'dong', 10n],
    ['=-5+10', 'dong', 5n],
    ['=2--3', 'dong', 5n],
    ['=-2*-3', 'dong', 6n],
    ['=50%%*10000', 'dong', 50n],
    ['=1,5+1,5', 'dong', 3n],
    ['=1,5 tỷ + 250tr', 'billion', 1_750_000_000n],
    ['=1.234.567+1', 'dong', 1_234_568n],
    ['= 5 ', 'dong', 5n],
    ['=5-5', 'dong', 0n],
    ['=100*(1+10%)', 'dong', 110n],
  ])('a formula is exact: %s in %s', (text, unit, amount) => {
    expect(enter(text, unit)).toBe(amount)
  })

  test('the language of the window settles what could be read two ways', () => {
    const million = { unit: 'million' } as const
    expect(parseEntry('1,234', million)).toBe(1_234_000n)
    expect(parseEntry('1,234', { ...million, language: 'en' })).toBe(1_234_000_000n)
    expect(parseEntry('1.5 billion', { ...million, language: 'en' })).toBe(1_500_000_000n)
    expect(parseEntry('1,5 tỷ', { ...million, language: 'en' })).toBe(1_500_000_000n)
    expect(parseEntry('=1.5+1,234', { ...million, language: 'en' })).toBe(1_235_500_000n)
  })

  test('letters with their accents typed apart mean the same', () => {
    expect(enter('1,5 tỷ'.normalize('NFD'))).toBe(1_500_000_000n)
    expect(enter('250 triệu'.normalize('NFD'))).toBe(250_000_000n)
    expect(enter('=nhu cầu'.normalize('NFD'))).toBe(1_000_000_001n)
  })

  test('a no-break space is a space', () => {
    expect(enter('\u00a01,5\u00a0tỷ\u00a0')).toBe(1_500_000_000n)
    expect(enter('250\u202ftriệu')).toBe(250_000_000n)
  })

  test('a formula keeps every digit however far apart its numbers lie', () => {
    const power = `1${'0'.repeat(35)}`
    expect(enter(`=${power}*${power}+7-${power}*${power}`)).toBe(7n)
    expect(enter(`=(${power}*${power}+7)/(${power}*${power}+7)`)).toBe(1n)
    expect(refusalOf(() => enter(`=(${power}*${power}+7)/${power}/${power}`))?.code).toBe(
      'amount-not-whole',
    )
  })
})

describe('refuses, and says why', () => {
  test.each<[string, ErrorCode]>([
    ['', 'amount-empty'],
    ['   ', 'amount-empty'],
    ['\u00a0', 'amount-empty'],
    ['1_000', 'amount-invalid'],
    ['0x1f', 'amount-invalid'],
    ['1e3', 'amount-invalid'],
    ['1e-3', 'amount-invalid'],
    ['0b11', 'amount-invalid'],
    ['Infinity', 'amount-invalid'],
    ['NaN', 'amount-invalid'],
    ['abc', 'amount-invalid'],
    ['.5', 'amount-invalid'],
    [',5', 'amount-invalid'],
    ['1 234 567', 'amount-invalid'],
    ['1-2', 'amount-invalid'],
    ['--5', 'amount-invalid'],
    ['(5)', 'amount-invalid'],
    ['5%', 'amount-invalid'],
    ['$5', 'amount-invalid'],
    ["'5", 'amount-invalid'],
    ['五百', 'amount-invalid'],
    ['need', 'amount-invalid'],
    ['1\u0000', 'amount-invalid'],
    ['1\n2', 'amount-invalid'],
    ['١٢٣', 'amount-foreign-digits'],
    ['１２３', 'amount-foreign-digits'],
    ['१२३', 'amount-foreign-digits'],
    ['12½', 'amount-foreign-digits'],
    ['10²', 'amount-foreign-digits'],
    ['=１+1', 'amount-foreign-digits'],
    ['1,2,3.4', 'amount-grouping'],
    ['1.5', 'amount-grouping'],
    ['1.23.456', 'amount-grouping'],
    ['1.2345', 'amount-grouping'],
    ['0.500', 'amount-grouping'],
    ['1,23,456', 'amount-grouping'],
    ['1234.567', 'amount-grouping'],
    ['1,234.567.890', 'amount-grouping'],
    ['1..234', 'amount-grouping'],
    ['1.', 'amount-grouping'],
    ['1,', 'amount-grouping'],
    ['1.5 tỷ', 'amount-grouping'],
    ['=1.5*2', 'amount-grouping'],
    ['-1', 'amount-negative'],
    ['−1', 'amount-negative'],
    ['- 1,5 tỷ', 'amount-negative'],
    ['=1-2', 'amount-negative'],
    ['=-need', 'amount-negative'],
    ['=1/0', 'amount-division-by-zero'],
    ['=1/(2-2)', 'amount-division-by-zero'],
    ['=0/0', 'amount-division-by-zero'],
    ['1,5', 'amount-not-whole'],
    ['1,234', 'amount-not-whole'],
    ['0,0000000001 tỷ', 'amount-not-whole'],
    ['=100+10%', 'amount-not-whole'],
    ['=10/3', 'amount-not-whole'],
    ['=2/3', 'amount-not-whole'],
    ['=need/2', 'amount-not-whole'],
    ['1000000000000001', 'amount-too-large'],
    ['1.000.001 tỷ', 'amount-too-large'],
    ['=total*total', 'amount-too-large'],
    ['9'.repeat(40), 'amount-too-large'],
    ['9'.repeat(41), 'amount-too-large'],
    ['5 đồng đồng', 'amount-invalid'],
    ['5 đồng tỷ', 'amount-invalid'],
    ['5 tỷ triệu', 'amount-invalid'],
    ['5 tỷ need', 'amount-invalid'],
    ['5 xu', 'amount-variable-unknown'],
    ['=foo', 'amount-variable-unknown'],
    ['=needs*2', 'amount-variable-unknown'],
    ['=n_e_e_d', 'amount-variable-unknown'],
    ['=nhu', 'amount-variable-unknown'],
    ['=nhu cầu cầu', 'amount-variable-unknown'],
    ['=nhu cầu nhu cầu', 'amount-expression'],
    ['=1e3', 'amount-variable-unknown'],
    ['=Infinity', 'amount-variable-unknown'],
    ['=NaN', 'amount-variable-unknown'],
    ['=0x1f', 'amount-variable-unknown'],
    ['=constructor', 'amount-variable-unknown'],
    ['=__proto__', 'amount-invalid'],
    ['=tỷ', 'amount-invalid'],
    ['=1_000', 'amount-invalid'],
    ['=2^3', 'amount-invalid'],
    ['=1;2', 'amount-invalid'],
    ['=', 'amount-expression'],
    ['= ', 'amount-expression'],
    ['=()', 'amount-expression'],
    ['=(1+2', 'amount-expression'],
    ['=1+2)', 'amount-expression'],
    ['=1+', 'amount-expression'],
    ['=*2', 'amount-expression'],
    ['=%', 'amount-expression'],
    ['=2 3', 'amount-expression'],
    ['=2 need', 'amount-expression'],
    ['=2(3)', 'amount-expression'],
  ])('%j: %s', (text, code) => {
    expect(refusalOf(() => enter(text))?.code).toBe(code)
  })

  test('a variable the cell has no figure for', () => {
    const refusal = refusalOf(() => parseEntry('=need', { unit: 'dong' }))
    expect(refusal).toEqual({
      code: 'amount-variable-unknown',
      detail: { text: '=need', name: 'need' },
    })
  })

  test('names the number whose separators are unclear', () => {
    expect(refusalOf(() => enter('=1.234+1.5'))?.detail).toEqual({
      text: '=1.234+1.5',
      number: '1.5',
    })
  })

  test.each([
    ['9'.repeat(1_000_000), 'amount-invalid'],
    [`=${'1+'.repeat(500_000)}1`, 'amount-invalid'],
    [`=${'('.repeat(190)}`, 'amount-expression'],
    [`=${'('.repeat(99)}1${')'.repeat(99)}`, 'amount-expression'],
    [`=${'-'.repeat(190)}1`, 'amount-expression'],
    [`=1${'%'.repeat(190)}`, 'amount-not-whole'],
    [`=${'9*'.repeat(99)}9`, 'amount-too-large'],
    [`=1${'/3'.repeat(99)}`, 'amount-not-whole'],
    [`=${'need*'.repeat(38)}need`, 'amount-too-large'],
  ])('endless or deep input is refused and quickly (%#)', (text, code) => {
    const start = performance.now()
    const refusal = refusalOf(() => enter(text))
    expect(refusal?.code).toBe(code)
    expect(performance.now() - start).toBeLessThan(500)
    expect(String(refusal?.detail['text']).length).toBeLessThanOrEqual(201)
  })
})

/** A formula as text beside its value in đồng as an exact fraction; `under` 0 where it divides by zero. */
interface Term {
  readonly text: string
  readonly over: bigint
  readonly under: bigint
}

const unitSuffix = { dong: 'đ', thousand: 'nghìn', million: 'tr', billion: ' tỷ' } as const

/** Formulas over literals, units, variables, signs, per cent and parentheses; values are in đồng. */
function formulas(unit: Unit): fc.Arbitrary<Term> {
  const bare = fc
    .nat(9_999)
    .map((n): Term => ({ text: String(n), over: scaled(n, unit), under: 1n }))
  const decimals = fc.tuple(fc.nat(99), fc.integer({ min: 1, max: 9 })).map(
    ([n, tenths]): Term => ({
      text: `${n},${tenths}`,
      over: scaled(n * 10 + tenths, unit),
      under: 10n,
    }),
  )
  const suffixed = fc
    .tuple(fc.nat(999), fc.constantFrom(...UNITS))
    .map(([n, of]): Term => ({ text: `${n}${unitSuffix[of]}`, over: scaled(n, of), under: 1n }))
  const named = fc.constantFrom('need', 'remaining', 'ceiling', 'total').map(
    (name): Term => ({
      text: name,
      over: variables[name as keyof typeof variables],
      under: 1n,
    }),
  )
  return fc.letrec<{ term: Term }>((tie) => ({
    term: fc.oneof(
      { depthSize: 'medium', withCrossShrink: true },
      bare,
      decimals,
      suffixed,
      named,
      tie('term').map((of): Term => ({ ...of, text: `(${of.text})` })),
      tie('term').map((of): Term => ({ ...of, text: `-(${of.text})`, over: -of.over })),
      tie('term').map((of): Term => ({ ...of, text: `(${of.text})%`, under: of.under * 100n })),
      fc
        .tuple(tie('term'), fc.constantFrom('+', '-', '*', '/'), tie('term'))
        .map(([a, sign, b]) => combine(a, sign, b, unit)),
    ),
  })).term
}

function combine(a: Term, sign: string, b: Term, unit: Unit): Term {
  const text = `(${a.text})${sign}(${b.text})`
  // Amounts are figures of the unit shown, so a product of two of them is one of its squares.
  const one = 10n ** BigInt(UNIT_DIGITS[unit])
  switch (sign) {
    case '*':
      return { text, over: a.over * b.over, under: a.under * b.under * one }
    case '/':
      // What divides by zero stays so, whatever it is divided by.
      return b.under === 0n
        ? { text, over: 0n, under: 0n }
        : { text, over: a.over * b.under * one, under: a.under * b.over }
    case '+':
      return { text, over: a.over * b.under + b.over * a.under, under: a.under * b.under }
    default:
      return { text, over: a.over * b.under - b.over * a.under, under: a.under * b.under }
  }
}

function scaled(n: number, unit: Unit): bigint {
  return BigInt(n) * 10n ** BigInt(UNIT_DIGITS[unit])
}

function expectedOf({ over, under }: Term): bigint | ErrorCode {
  if (under === 0n) return 'amount-division-by-zero'
  if (over % under !== 0n) return 'amount-not-whole'
  const amount = over / under
  if (amount < 0n) return 'amount-negative'
  return amount > MAX_AMOUNT ? 'amount-too-large' : amount
}

test('a formula has exactly the value of its fraction, or is refused for the reason it breaks', () => {
  const inUnit = fc.constantFrom(...UNITS).chain((unit) =>
    formulas(unit)
      .filter(({ text }) => text.length < 200)
      .map((term) => ({ unit, term })),
  )
  fc.assert(
    fc.property(inUnit, ({ unit, term }) => {
      let result: Money | ErrorCode | undefined
      const refusal = refusalOf(() => {
        result = enter(`=${term.text}`, unit)
      })
      expect(refusal?.code ?? result).toBe(expectedOf(term))
    }),
    { numRuns: 1500 },
  )
})

test('text of any kind is an amount or a refusal, never a crash', () => {
  const pieces = fc.constantFrom(
    ...'0123456789.,+-*/()% =_eExXtỷr\u00a0nned'.split(''),
    'need',
    'tỷ',
  )
  const texts = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join('')),
    fc.array(pieces, { maxLength: 60 }).map((parts) => `=${parts.join('')}`),
  )
  fc.assert(
    fc.property(texts, fc.constantFrom(...UNITS), (text, unit) => {
      const refusal = refusalOf(() => {
        const amount = enter(text, unit)
        expect(amount >= 0n && amount <= MAX_AMOUNT).toBe(true)
      })
      expect(refusal === null || refusal.code.startsWith('amount-')).toBe(true)
    }),
    { numRuns: 1500 },
  )
})
