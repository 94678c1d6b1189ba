import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components'
import { i18n } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import type { FormEvent } from 'react'
import type { EntryKind, EntryPlace, RemovedEntry } from '../../contract/entry-edit.ts'
import type { Field } from '../../core/fields/field.ts'
import { lineFields } from '../../core/fields/line-form.ts'
import { projectFields } from '../../core/fields/project-form.ts'
import { blankLine } from '../../core/funding-line.ts'
import { blankProject } from '../../core/project.ts'
import { UNIT_NAMES } from '../../core/wording.ts'
import { useMethod } from '../hooks/engine-context.tsx'
import { reportError } from '../hooks/report-error.ts'
import { closeEntry, useEntryDialog } from '../plan/entry-dialog-store.ts'
import { showMessage } from '../plan/message-store.ts'
import type { PlanColumns } from '../plan/plan-columns.ts'
import { usePlan } from '../plan/plan-store.ts'
import { useWindow } from '../plan/window-store.ts'
import { exactText } from '../wording/money-text.ts'
import { EntryControl } from './entry-control.tsx'
import { ENTRY_SECTIONS, type EntrySection } from './entry-sections.ts'
import { suggestWords } from './suggest-words.ts'
import { type EntryEditing, useEntryEdit } from './use-entry-edit.ts'

/** The form of a project or funding line, where one is open. */
export function EntryDialog() {
  const open = useEntryDialog((state) => state.open)
  const columns = usePlan((state) => state.columns)
  if (!open || !columns) return null
  return <EntryForm place={open} columns={columns} />
}

/** An entry with its fields, whichever kind it is. */
interface FormEntry<E> {
  readonly entry: E
  readonly code: string
  readonly fields: readonly Field<E>[]
}

function EntryForm({ place, columns }: { place: EntryPlace; columns: PlanColumns }) {
  const { kind, id } = place
  if (kind === 'project') {
    const entry = id === null ? blankProject(0, '') : columns.project(id)
    const fields = projectFields(columns.settings)
    return (
      entry && <FormOf place={place} columns={columns} of={{ entry, code: entry.code, fields }} />
    )
  }
  const entry = id === null ? blankLine(0, '') : columns.line(id)
  const fields = lineFields(columns.settings)
  return (
    entry && <FormOf place={place} columns={columns} of={{ entry, code: entry.code, fields }} />
  )
}

interface FormProps<E> {
  readonly place: EntryPlace
  readonly columns: PlanColumns
  readonly of: FormEntry<E>
}

function FormOf<E>({ place, columns, of }: FormProps<E>) {
  const editing = useEntryEdit(place)
  const isDirty = Object.keys(editing.draft).length > 0

  function save(event: FormEvent): void {
    event.preventDefault()
    void editing.commit().then((result) => result && closeEntry())
  }

  return (
    // A click beside the form must not lose what was typed.
    <Dialog
      open
      modalType={isDirty ? 'alert' : 'modal'}
      onOpenChange={(_, { open }) => !open && closeEntry()}
    >
      <DialogSurface className="entry-dialog" data-testid="entry-dialog">
        <form onSubmit={save} noValidate>
          <DialogBody>
            <DialogTitle>
              <FormTitle kind={place.kind} code={place.id === null ? null : of.code} />
            </DialogTitle>
            <DialogContent className="entry-form" tabIndex={0}>
              {ENTRY_SECTIONS[place.kind].map((section) => (
                <FormSection
                  key={section.title.id}
                  section={section}
                  columns={columns}
                  of={of}
                  editing={editing}
                />
              ))}
            </DialogContent>
            <DialogActions>
              {place.id !== null && <RemoveButton kind={place.kind} id={place.id} />}
              <span className="entry-changes is-faint" aria-live="polite">
                {isDirty && <ChangeCount editing={editing} />}
              </span>
              <Button type="submit" appearance="primary" data-testid="entry-save">
                {place.id === null ? <Trans>Thêm</Trans> : <Trans>Ghi</Trans>}
              </Button>
              <Button onClick={closeEntry} data-testid="entry-close">
                <Trans>Hủy</Trans>
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  )
}

function FormTitle({ kind, code }: { kind: EntryKind; code: string | null }) {
  if (kind === 'project') {
    return code === null ? <Trans>Thêm dự án</Trans> : <Trans>Dự án {code}</Trans>
  }
  return code === null ? <Trans>Thêm nguồn vốn</Trans> : <Trans>Nguồn vốn {code}</Trans>
}

interface SectionProps<E> {
  readonly section: EntrySection
  readonly columns: PlanColumns
  readonly of: FormEntry<E>
  readonly editing: EntryEditing
}

function FormSection<E>({ section, columns, of: { entry, fields }, editing }: SectionProps<E>) {
  const { i18n: words } = useLingui()
  const { unit, language } = useWindow()
  const { keys, yearly = [], title, isMoney } = section
  const writing = { unit, language, plan: columns }
  const asked = fields.filter(
    ({ key }) => keys.includes(key) || yearly.some((start) => key.startsWith(start)),
  )
  return (
    <fieldset className="entry-section">
      <legend>
        {words._(title)}
        {isMoney && <span className="is-faint"> ({UNIT_NAMES[unit][language]})</span>}
      </legend>
      {asked.map((field) => (
        <EntryControl
          key={field.key}
          field={field}
          value={editing.draft[field.key] ?? field.show(entry, writing)}
          refusal={editing.refusalOf(field.key)}
          programmes={columns.programmes.values()}
          isFirst={field.key === 'code'}
          {...suggestWords(columns, field.key)}
          onType={(text) => editing.type(field.key, text)}
          onLeave={() => editing.leave(field.key)}
        />
      ))}
    </fieldset>
  )
}

function ChangeCount({ editing: { tried } }: { editing: EntryEditing }) {
  if (!tried) return null
  const [changed, refused] = [tried.changes.length, tried.refusals.length]
  if (refused > 0) return <Trans>{refused} mục chưa đúng</Trans>
  return <Trans>{changed} mục sẽ đổi, một lần hoàn tác</Trans>
}

function RemoveButton({ kind, id }: { kind: EntryKind; id: number }) {
  const remove = useMethod('plan.removeEntry')
  const language = useWindow((state) => state.language)
  function run(): void {
    remove({ kind, id }).then((removed) => {
      closeEntry()
      showMessage({ intent: 'success', title: tellRemoved(removed, language) })
    }, reportError)
  }
  return (
    <Button appearance="subtle" className="entry-remove" onClick={run} data-testid="entry-remove">
      {kind === 'project' ? <Trans>Xóa dự án</Trans> : <Trans>Xóa nguồn vốn</Trans>}
    </Button>
  )
}

function tellRemoved({ cells, amount }: RemovedEntry, language: 'vi' | 'en'): string {
  return cells === 0
    ? i18n._(msg`Đã xóa. Nhấn Ctrl+Z để lấy lại.`)
    : i18n._(msg`Đã xóa cùng ${cells} ô, ${exactText(amount, language)}. Nhấn Ctrl+Z để lấy lại.`)
}
