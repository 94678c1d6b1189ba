import { Field, Input, Textarea } from '@fluentui/react-components'
import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useWindow } from '../plan/window-store.ts'

/** A reason and the person who gives it. */
export interface GivenReason {
  readonly reason: string
  readonly by: string
}

/** What a person has written so far; `isAsked` once they tried to go on without it. */
interface ReasonDraft extends GivenReason {
  readonly isAsked: boolean
}

/** A reason and person being written; `give` answers null and marks what is missing until both are there. */
export function useReason() {
  const [draft, setDraft] = useState<ReasonDraft>({
    reason: '',
    by: useWindow.getState().person,
    isAsked: false,
  })
  function give(): GivenReason | null {
    const given = { reason: draft.reason.trim(), by: draft.by.trim() }
    setDraft({ ...draft, isAsked: true })
    if (given.reason === '' || given.by === '') return null
    useWindow.setState({ person: given.by })
    return given
  }
  return { draft, setDraft, give }
}

/** The fields of a reason and a person, both required. */
export function ReasonFields({ draft, setDraft }: Omit<ReturnType<typeof useReason>, 'give'>) {
  const { t } = useLingui()
  const { reason, by, isAsked } = draft
  return (
    <>
      <Field
        label={t`Lý do`}
        required
        validationMessage={isAsked && reason.trim() === '' ? t`Ghi lý do.` : null}
      >
        <Textarea
          value={reason}
          onChange={(_, { value }) => setDraft({ ...draft, reason: value })}
          maxLength={1000}
          data-testid="given-reason"
        />
      </Field>
      <Field
        label={t`Người quyết định`}
        required
        validationMessage={isAsked && by.trim() === '' ? t`Ghi tên người quyết định.` : null}
      >
        <Input
          value={by}
          onChange={(_, { value }) => setDraft({ ...draft, by: value })}
          maxLength={100}
          data-testid="given-by"
        />
      </Field>
    </>
  )
}
