import { useState } from 'react'
import type { EntryPlace, EntryResult } from '../../contract/entry-edit.ts'
import { fromFailure } from '../../contract/failure.ts'
import { useMethod } from '../hooks/engine-context.tsx'
import { reportError } from '../hooks/report-error.ts'
import { useAnswer } from '../hooks/use-answer.ts'
import { useWindow } from '../plan/window-store.ts'
import { errorSentence } from '../wording/sentences.ts'

/** Texts being typed into fields of an entry, as the engine would take them; nothing is written before `commit`. */
export interface EntryEditing {
  readonly draft: Readonly<Record<string, string>>
  /** What the engine says of the draft as it stands. */
  readonly tried: EntryResult | null
  type(field: string, text: string): void
  /** A field was left: from now on it says why it refuses its text. */
  leave(field: string): void
  /** Why a field refuses what stands in it, once it was left or all of them were to be written. */
  refusalOf(field: string): string | null
  /** Writes the draft as one act; null where a field refuses or the engine does. */
  commit(): Promise<EntryResult | null>
}

/** Edits an entry's fields, each tried in the engine while it is typed. */
export function useEntryEdit(place: EntryPlace): EntryEditing {
  const { unit, language } = useWindow()
  const [draft, setDraft] = useState<Record<string, string>>({})
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [isAsked, setAsked] = useState(false)
  const edit = useMethod('plan.editEntry')
  const order = { ...place, fields: draft, unit, language }
  const tried = useAnswer('plan.editEntry', { ...order, isDryRun: true })

  async function commit(): Promise<EntryResult | null> {
    setAsked(true)
    try {
      const result = await edit({ ...order, isDryRun: false })
      return result.isApplied ? result : null
    } catch (error) {
      reportError(error)
      return null
    }
  }
  function refusalOf(field: string): string | null {
    if (!isAsked && !left.has(field)) return null
    const refusal = tried?.refusals.find((of) => of.field === field)
    return refusal ? errorSentence(fromFailure(refusal.failure), language) : null
  }
  return {
    draft,
    tried,
    type: (field, text) => setDraft((now) => ({ ...now, [field]: text })),
    leave: (field) => setLeft((now) => new Set(now).add(field)),
    refusalOf,
    commit,
  }
}
