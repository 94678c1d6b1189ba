import { dateIn, showDate } from '../date-text.ts'
import type { EntryVariable } from '../entry-token.ts'
import { WorkbenchError } from '../error.ts'
import { type FiscalYear, YEAR_LIMITS } from '../fiscal-year.ts'
import { isFitText } from '../fit-text.ts'
import { type Money, ZERO } from '../money.ts'
import { parseEntry } from '../number-entry.ts'
import { formatMoney } from '../number-format.ts'
import type { Field, FieldShape, Lens, Writing } from './field.ts'

const YES = 'yes'
const NO = 'no'

/** A field made of a lens and the two ways between its value and text. */
export function makeField<E, V>(
  { key, shape, choices = [], isRequired = false }: FieldPlace,
  { get, put }: Lens<E, V>,
  show: (value: V, writing: Writing) => string,
  read: (text: string, writing: Writing, entry: E) => V,
): Field<E> {
  return {
    key,
    shape,
    choices,
    isRequired,
    amountOf: null,
    show: (entry, writing) => show(get(entry), writing),
    enter(entry, text, writing) {
      const typed = text.replace(/\r\n?/g, '\n').trim()
      if (!isFitText(typed)) throw new WorkbenchError('field-text')
      if (isRequired && typed === '') throw new WorkbenchError('field-missing')
      return put(entry, read(typed, writing, entry))
    },
  }
}

/** Where a field stands and what it takes. */
interface FieldPlace {
  readonly key: string
  readonly shape: FieldShape
  readonly choices?: readonly string[]
  readonly isRequired?: boolean
}

/** A text in a person's own words. */
export function textField<E>(key: string, lens: Lens<E, string>, isRequired = false): Field<E> {
  return makeField({ key, shape: 'text', isRequired }, lens, String, (text) => text)
}

/** An amount as cells take it: a figure, a unit word or a formula over the entry's own amounts; empty is zero. */
export function amountField<E>(
  key: string,
  lens: Lens<E, Money>,
  variables: (entry: E) => Partial<Record<EntryVariable, Money>> = () => ({}),
): Field<E> {
  const field = makeField(
    { key, shape: 'amount' },
    lens,
    (amount, { unit, language }) => (amount === 0n ? '' : formatMoney(amount, unit, language)),
    (text, { unit, language }, entry) =>
      isNothing(text) ? ZERO : parseEntry(text, { unit, language, variables: variables(entry) }),
  )
  return { ...field, amountOf: lens.get }
}

/** A calendar year, or none. */
export function yearField<E>(key: string, lens: Lens<E, FiscalYear | null>): Field<E> {
  return makeField(
    { key, shape: 'year' },
    lens,
    (year) => (year === null ? '' : String(year)),
    (text) => (isNothing(text) ? null : readYear(text)),
  )
}

/** A day, shown as dd/MM/yyyy and kept as yyyy-MM-dd. */
export function dateField<E>(key: string, lens: Lens<E, string>): Field<E> {
  return makeField({ key, shape: 'date' }, lens, showDate, (text) => {
    const day = dateIn(text)
    if (day === null && text !== '') throw new WorkbenchError('field-date', { text })
    return day ?? ''
  })
}

/** Yes or no. */
export function yesNoField<E>(key: string, lens: Lens<E, boolean>): Field<E> {
  return makeField(
    { key, shape: 'yes-no', choices: [YES, NO] },
    lens,
    (is) => (is ? YES : NO),
    (text) => readChoice([YES, NO], text || NO) === YES,
  )
}

/** One of a closed set. */
export function choiceField<E, C extends string>(
  key: string,
  lens: Lens<E, C>,
  choices: readonly C[],
): Field<E> {
  return makeField({ key, shape: 'choice', choices }, lens, String, (text) =>
    readChoice(choices, text),
  )
}

/** The one of a closed set a text names, whatever its case. @throws `field-choice` */
export function readChoice<C extends string>(choices: readonly C[], text: string): C {
  const choice = choices.find((one) => one.toLowerCase() === text.toLowerCase())
  if (choice !== undefined) return choice
  const expected = choices.map((one) => one || '–').join(', ')
  throw new WorkbenchError('field-choice', { text, expected })
}

/** Whether a text says there is none: empty, spaces or a dash, as in the plain tables. */
function isNothing(text: string): boolean {
  return /^[\s\-–—]*$/.test(text)
}

function readYear(text: string): FiscalYear {
  const year = /^\d{4}$/.test(text) ? Number(text) : 0
  if (year >= YEAR_LIMITS.first && year <= YEAR_LIMITS.last) return year
  throw new WorkbenchError('field-year', { text, ...YEAR_LIMITS })
}
