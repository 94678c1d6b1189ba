import { Field, Input } from '@fluentui/react-components'
import { Trans } from '@lingui/react/macro'
import { type KeyboardEvent, useState } from 'react'
import { WorkbenchError } from '../../core/error.ts'
import { UNIT_NAMES } from '../../core/wording.ts'
import { useMethod } from '../hooks/engine-context.tsx'
import { useWindow } from '../plan/window-store.ts'
import { errorSentence } from '../wording/sentences.ts'
import { type PolicyValue, policyText, policyValue } from './policy-entry.ts'

/** What a setting that says nothing is set to. */
const NONE = 'none'

interface PolicyFieldProps {
  readonly policyKey: string
  readonly label: string
  readonly value: PolicyValue
  /** What a new plan has, where it has something. */
  readonly preset?: PolicyValue | undefined
  /** Whether it may say nothing. */
  readonly isOptional?: boolean
  /** Only its name for those who cannot see it: the table around it shows the label. */
  readonly isInTable?: boolean
}

/** One entry of the policy: Enter or leaving the field sets it as one undoable act, Escape leaves it as it was. */
export function PolicyField({
  policyKey,
  label,
  value,
  preset,
  isOptional,
  isInTable,
}: PolicyFieldProps) {
  const { unit, language, person } = useWindow()
  const set = useMethod('policy.set')
  const [draft, setDraft] = useState<string | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const writing = { unit, language }
  const shown = policyText(value, writing)

  async function commit(): Promise<void> {
    if (draft === null || draft.trim() === shown) return reset()
    try {
      const text =
        isOptional && draft.trim() === '' ? NONE : policyValue(value.kind, draft, writing)
      await set({ changes: { [policyKey]: text }, by: person, reason: '' })
      reset()
    } catch (error) {
      setRefusal(errorSentence(namedAs(label, error), language))
    }
  }
  function reset(): void {
    setDraft(null)
    setRefusal(null)
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter') void commit()
    if (event.key === 'Escape') reset()
  }

  const isPreset = preset === undefined || policyText(preset, writing) === shown
  return (
    <Field
      className="policy-field"
      validationMessage={refusal}
      {...(isInTable ? {} : { label })}
      {...(isPreset ? {} : { hint: <Trans>Mặc định: {policyText(preset, writing)}</Trans> })}
    >
      <Input
        size="small"
        value={draft ?? shown}
        aria-label={label}
        onChange={(_, { value: text }) => setDraft(text)}
        onBlur={() => void commit()}
        onKeyDown={onKeyDown}
        maxLength={40}
        contentAfter={<UnitMark kind={value.kind} />}
        data-testid={`policy-${policyKey}`}
      />
    </Field>
  )
}

/** An error of a setting, with the setting called as the form calls it. */
function namedAs(label: string, error: unknown): unknown {
  const isOfSetting = error instanceof WorkbenchError && Object.hasOwn(error.detail, 'key')
  return isOfSetting ? new WorkbenchError(error.code, { ...error.detail, key: label }) : error
}

function UnitMark({ kind }: { kind: PolicyValue['kind'] }) {
  const { unit, language } = useWindow()
  if (kind === 'count') return null
  return <span className="is-faint">{kind === 'share' ? '%' : UNIT_NAMES[unit][language]}</span>
}
