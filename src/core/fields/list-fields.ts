import { WorkbenchError } from '../error.ts'
import { readPercent } from '../percent-text.ts'
import { codeOf } from '../plan.ts'
import type { Programme } from '../programme.ts'
import { ratiosText } from '../ratios-text.ts'
import type { Field, Lens, Writing } from './field.ts'
import { makeField, readChoice } from './plain-fields.ts'

/** A list in a person's own words, its items between semicolons; none named twice. */
export function listField<E>(key: string, lens: Lens<E, readonly string[]>): Field<E> {
  return makeField({ key, shape: 'list' }, lens, (items) => items.join('; '), readItems)
}

/** Some of a closed set; a value that has no word of its own is written as `nothing`. */
export function choicesField<E, C extends string>(
  key: string,
  lens: Lens<E, readonly C[]>,
  of: readonly C[],
  nothing = '',
): Field<E> {
  const choices = of.map((one) => one || nothing)
  return makeField(
    { key, shape: 'choices', choices },
    lens,
    (chosen) => chosen.map((one) => one || nothing).join('; '),
    (text) => {
      const named = new Set(readItems(text).map((item) => readChoice(choices, item)))
      return of.filter((one) => named.has(one || nothing))
    },
  )
}

/** A programme or part of one, by its code; empty where there is none. */
export function programmeField<E>(key: string, lens: Lens<E, number | null>): Field<E> {
  return makeField(
    { key, shape: 'programme' },
    lens,
    (id, { plan }) => codeOf(plan.programmes, id) ?? '',
    (text, writing) => (text === '' ? null : findProgramme(text, writing).id),
  )
}

/** What each top-level programme contributes, as `CT1=60; CT2=40`, kept in basis points. */
export function ratiosField<E>(key: string, lens: Lens<E, ReadonlyMap<number, number>>): Field<E> {
  return makeField(
    { key, shape: 'ratios' },
    lens,
    (ratios, { plan }) => ratiosText(ratios, (id) => codeOf(plan.programmes, id) ?? ''),
    readRatios,
  )
}

function readRatios(text: string, writing: Writing): ReadonlyMap<number, number> {
  const ratios = new Map<number, number>()
  for (const item of readItems(text)) {
    // A code may hold an equals sign, a percentage does not.
    const at = item.lastIndexOf('=')
    const share = at < 0 ? null : readPercent(item.slice(at + 1).trim())
    if (share === null) throw new WorkbenchError('field-ratio', { text: item })
    const { id, code, parent } = findProgramme(item.slice(0, at).trim(), writing)
    if (parent !== null) throw new WorkbenchError('programme-below', { code })
    if (ratios.has(id)) throw new WorkbenchError('field-ratio', { text: item })
    ratios.set(id, share)
  }
  return ratios
}

function readItems(text: string): readonly string[] {
  const items = text.split(';').map((item) => item.trim())
  return [...new Set(items.filter((item) => item !== ''))]
}

function findProgramme(code: string, { plan: { programmes } }: Writing): Programme {
  const found = [...programmes.values()].find((programme) => programme.code === code)
  if (!found) throw new WorkbenchError('programme-unknown', { code })
  return found
}
