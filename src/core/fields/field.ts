import type { Language } from '../number-format.ts'
import type { Money, Unit } from '../money.ts'
import type { Programme } from '../programme.ts'

/** What a field holds, which decides how it is asked for. */
export type FieldShape =
  | 'text'
  | 'amount'
  | 'year'
  | 'date'
  | 'yes-no'
  | 'choice'
  | 'choices'
  | 'list'
  | 'programme'
  | 'ratios'

/** How fields are written and read: the unit of bare amounts, the language of separators, the plan that codes are of. */
export interface Writing {
  readonly unit: Unit
  readonly language: Language
  readonly plan: { readonly programmes: ReadonlyMap<number, Programme> }
}

/** One thing a person may say of an entry, by the key of its column in the plain tables. */
export interface Field<E> {
  readonly key: string
  readonly shape: FieldShape
  /** What may be chosen, where that is a closed set. */
  readonly choices: readonly string[]
  /** Whether it may not be empty. */
  readonly isRequired: boolean
  /** The amount it holds, where it holds one. */
  readonly amountOf: ((entry: E) => Money) | null
  /** What stands, as it may be typed back. */
  show(entry: E, writing: Writing): string
  /** The entry with what was typed in place. @throws a `field-…`, `amount-…` or `programme-…` code */
  enter(entry: E, text: string, writing: Writing): E
}

/** One value inside an entry: how it is read and put back; entries are never changed in place. */
export interface Lens<E, V> {
  get(entry: E): V
  put(entry: E, value: V): E
}

/** The lenses on an entry's own properties. */
export function propertiesOf<E>(): <N extends keyof E>(name: N) => Lens<E, E[N]> {
  return (name) => ({
    get: (entry) => entry[name],
    put: (entry, value) => ({ ...entry, [name]: value }),
  })
}
