import { WorkbenchError } from '../error.ts'
import type { Field, Writing } from './field.ts'

/** Why a field refuses what was typed; the error says what and what to do. */
export interface FieldRefusal {
  readonly field: string
  readonly error: WorkbenchError
}

/** Everything a person may say of one kind of entry, and what must hold between its fields. */
export interface EntryForm<E> {
  readonly fields: readonly Field<E>[]
  /** What two fields, or two entries, may not say together. */
  check(entry: E): readonly FieldRefusal[]
}

/** An entry as it would be after texts were entered, and the fields that refuse theirs. */
export interface EnteredFields<E> {
  readonly entry: E
  readonly refusals: readonly FieldRefusal[]
}

/**
 * Enters texts by field, in the order of the form, so that a formula may name an amount before it.
 * @throws `field-unknown` where the form has no such field
 */
export function enterFields<E>(
  form: EntryForm<E>,
  standing: E,
  texts: Readonly<Record<string, string>>,
  writing: Writing,
): EnteredFields<E> {
  checkKeys(form, texts)
  const refusals: FieldRefusal[] = []
  let entry = standing
  for (const { key, enter } of form.fields) {
    const text = texts[key]
    if (text === undefined) continue
    try {
      entry = enter(entry, text, writing)
    } catch (error) {
      if (!(error instanceof WorkbenchError)) throw error
      refusals.push({ field: key, error })
    }
  }
  return { entry, refusals: [...refusals, ...form.check(entry)] }
}

function checkKeys<E>({ fields }: EntryForm<E>, texts: Readonly<Record<string, string>>): void {
  const known = fields.map(({ key }) => key)
  for (const key of Object.keys(texts)) {
    if (known.includes(key)) continue
    throw new WorkbenchError('field-unknown', { key, expected: known.join(' | ') })
  }
}

/** Refuses a code that another entry of the same kind already has. */
export function refuseTakenCode<E extends { id: number; code: string; name: string }>(
  { id, code }: E,
  others: Iterable<E>,
): readonly FieldRefusal[] {
  for (const other of others) {
    if (other.id === id || other.code.normalize('NFC') !== code.normalize('NFC')) continue
    const error = new WorkbenchError('code-taken', { code, name: other.name })
    return [{ field: 'code', error }]
  }
  return []
}
