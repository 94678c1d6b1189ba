import type { Money, Unit } from '../core/money.ts'
import type { Language } from '../core/number-format.ts'
import type { Failure } from './failure.ts'

/** What a person edits field by field. */
export type EntryKind = 'project' | 'line'

/** Every kind of entry. */
export const ENTRY_KINDS: readonly EntryKind[] = ['project', 'line']

/** One project or funding line; a null id is one to be added. */
export interface EntryPlace {
  readonly kind: EntryKind
  readonly id: number | null
}

/** Texts for some fields of an entry, by the keys of the plain tables. */
export interface EntryEdit extends EntryPlace {
  readonly fields: Readonly<Record<string, string>>
  /** The unit of bare amounts and the language they are written in. */
  readonly unit: Unit
  readonly language: Language
  /** Whether only to say what would happen. */
  readonly isDryRun: boolean
}

/** A field as it was and as it is or would be, both as text in the unit and language of the edit. */
export interface FieldChange {
  readonly field: string
  readonly before: string
  readonly after: string
}

/** Why a field refuses its text. */
export interface RefusedField {
  readonly field: string
  readonly failure: Failure
}

/** What an edit of fields did, or would do: nothing at all where any field refuses. */
export interface EntryResult {
  readonly revision: number
  readonly isApplied: boolean
  /** The entry's id; null for one that was not added. */
  readonly id: number | null
  readonly code: string
  readonly changes: readonly FieldChange[]
  readonly refusals: readonly RefusedField[]
}

/** What went with an entry that was removed, whole đồng. */
export interface RemovedEntry {
  readonly revision: number
  readonly cells: number
  readonly amount: Money
}
