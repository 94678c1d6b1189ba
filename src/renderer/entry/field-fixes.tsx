import { Button } from '@fluentui/react-components'
import { Trans } from '@lingui/react/macro'
import { nameField } from '../../contract/field-names.ts'
import { projectFields } from '../../core/fields/project-form.ts'
import { FIELD_KEYS, type FieldFix } from '../../core/fixes/fix.ts'
import { nameFix } from '../../core/wording-fixes.ts'
import type { PlanColumns } from '../plan/plan-columns.ts'
import { useWindow } from '../plan/window-store.ts'
import { EntryControl } from './entry-control.tsx'
import { useEntryEdit } from './use-entry-edit.ts'

interface FieldFixesProps {
  /** What one project lacks, one fix a field. */
  readonly fixes: readonly FieldFix[]
  readonly project: number
  readonly columns: PlanColumns
  onApplied(): void
}

/** Asks for what a project lacks, shows what would change, and fills it in as one act. */
export function FieldFixes({ fixes, project, columns, onApplied }: FieldFixesProps) {
  const { unit, language } = useWindow()
  const editing = useEntryEdit({ kind: 'project', id: project })
  const entry = columns.project(project)
  if (!entry) return null
  const keys = fixes.map(({ field }) => FIELD_KEYS[field])
  const fields = projectFields(columns.settings).filter(({ key }) => keys.includes(key))
  const { tried } = editing
  const isReady = tried !== null && tried.changes.length > 0 && tried.refusals.length === 0

  return (
    <section className="flag-fix" data-testid="field-fix">
      <div className="flag-fix-head">
        <b>{fixes.map((fix) => nameFix(fix, language)).join('; ')}</b>
        <Button
          appearance="primary"
          disabled={!isReady}
          onClick={() => void editing.commit().then((result) => result && onApplied())}
          data-testid="fix-apply"
        >
          <Trans>Áp dụng</Trans>
        </Button>
      </div>
      {fields.map((field, at) => (
        <EntryControl
          key={field.key}
          field={field}
          value={editing.draft[field.key] ?? field.show(entry, { unit, language, plan: columns })}
          refusal={editing.refusalOf(field.key)}
          programmes={columns.programmes.values()}
          isFirst={at === 0}
          onType={(text) => editing.type(field.key, text)}
          onLeave={() => editing.leave(field.key)}
        />
      ))}
      {isReady && (
        <ul className="field-changes" data-testid="field-changes">
          {tried.changes.map(({ field, before, after }) => (
            <li key={field}>
              {nameField(field)[language]}: {before || '–'} → <b>{after || '–'}</b>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
