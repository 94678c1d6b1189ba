import { Checkbox, Field, Input, Select } from '@fluentui/react-components'
import { useLingui } from '@lingui/react/macro'
import { useId } from 'react'
import { nameField } from '../../contract/field-names.ts'
import type { Field as FormField } from '../../core/fields/field.ts'
import type { Programme } from '../../core/programme.ts'
import { useWindow } from '../plan/window-store.ts'
import { CHOICE_LABELS } from './choice-labels.ts'

/** What a field is asked with. */
export interface EntryControlProps {
  readonly field: Pick<FormField<never>, 'key' | 'shape' | 'choices' | 'isRequired'>
  readonly value: string
  readonly refusal: string | null
  readonly programmes: Iterable<Programme>
  /** Words the plan already uses for this field. */
  readonly suggestions?: readonly string[]
  readonly isFirst?: boolean
  onType(text: string): void
  onLeave(): void
}

/** One field of a form, asked for as its shape needs; what it refuses is said below it. */
export function EntryControl(props: EntryControlProps) {
  const { field, refusal } = props
  const language = useWindow((state) => state.language)
  return (
    <Field
      label={nameField(field.key)[language]}
      required={field.isRequired}
      validationMessage={refusal}
      data-shape={field.shape}
      className="entry-control"
    >
      <Control {...props} />
    </Field>
  )
}

function Control(props: EntryControlProps) {
  switch (props.field.shape) {
    case 'choice':
    case 'yes-no':
      return <ChoiceSelect {...props} />
    case 'programme':
      return <ProgrammeSelect {...props} />
    case 'choices':
      return <ChoiceBoxes {...props} />
    default:
      return <TextInput {...props} />
  }
}

function TextInput({ field, value, suggestions, isFirst, onType, onLeave }: EntryControlProps) {
  const { t } = useLingui()
  const list = useId()
  const placeholders: Partial<Record<string, string>> = {
    date: 'dd/mm/yyyy',
    list: t`để trống: không giới hạn; cách nhau bằng dấu ;`,
    ratios: 'CT1=60; CT2=40',
  }
  return (
    <>
      <Input
        size="small"
        value={value}
        autoFocus={isFirst ?? false}
        placeholder={placeholders[field.shape] ?? ''}
        onChange={(_, { value: text }) => onType(text)}
        onBlur={onLeave}
        data-testid={`field-${field.key}`}
        {...(suggestions ? { list } : {})}
      />
      {suggestions && (
        <datalist id={list}>
          {suggestions.map((text) => (
            <option key={text} value={text} />
          ))}
        </datalist>
      )}
    </>
  )
}

function ChoiceSelect({ field, value, onType, onLeave }: EntryControlProps) {
  const { i18n } = useLingui()
  const labels = CHOICE_LABELS[field.key]
  return (
    <Select
      size="small"
      value={value}
      onChange={(_, { value: text }) => onType(text)}
      onBlur={onLeave}
      data-testid={`field-${field.key}`}
    >
      {field.choices.map((choice) => (
        <option key={choice} value={choice}>
          {labels?.[choice] ? i18n._(labels[choice]) : choice}
        </option>
      ))}
    </Select>
  )
}

function ProgrammeSelect({ field, value, programmes, onType, onLeave }: EntryControlProps) {
  return (
    <Select
      size="small"
      value={value}
      onChange={(_, { value: text }) => onType(text)}
      onBlur={onLeave}
      data-testid={`field-${field.key}`}
    >
      <option value="">–</option>
      {[...programmes].map(({ id, code, name }) => (
        <option key={id} value={code}>
          {code} · {name}
        </option>
      ))}
    </Select>
  )
}

function ChoiceBoxes({ field, value, onType, onLeave }: EntryControlProps) {
  const { i18n } = useLingui()
  const labels = CHOICE_LABELS[field.key]
  const chosen = new Set(value.split('; '))
  const toggle = (choice: string) =>
    field.choices.filter((one) => (one === choice ? !chosen.has(one) : chosen.has(one))).join('; ')
  return (
    <div role="group" className="entry-boxes" onBlur={onLeave}>
      {field.choices.map((choice) => (
        <Checkbox
          key={choice}
          checked={chosen.has(choice)}
          label={labels?.[choice] ? i18n._(labels[choice]) : choice}
          onChange={() => onType(toggle(choice))}
          data-testid={`field-${field.key}-${choice}`}
        />
      ))}
    </div>
  )
}
