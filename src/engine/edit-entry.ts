import type { EntryEdit, EntryResult } from '../contract/entry-edit.ts'
import { toFailure } from '../contract/failure.ts'
import type { HistorySummary } from '../contract/plan-view.ts'
import { enterFields } from '../core/fields/entry-form.ts'
import type { Field, Writing } from '../core/fields/field.ts'
import {
  type EntryAccess,
  type Named,
  findEntry,
  lineAccess,
  nextId,
  projectAccess,
} from './entry-access.ts'
import type { WorkbookSession } from './session.ts'

/** As much of a long text as a line of the history quotes. */
const MOST_QUOTED = 80

/**
 * Puts texts into fields of a project or line, or adds one, as one act; one field that refuses its text refuses
 * all, and nothing is written.
 * @throws `project-unknown` `line-unknown` `field-unknown`
 */
export function editEntry(session: WorkbookSession, edit: EntryEdit): EntryResult {
  return edit.kind === 'project'
    ? editWith(session, edit, projectAccess(session.plan))
    : editWith(session, edit, lineAccess(session.plan))
}

function editWith<E extends Named>(
  session: WorkbookSession,
  edit: EntryEdit,
  access: EntryAccess<E>,
): EntryResult {
  const { form, entries } = access
  const before = edit.id === null ? null : findEntry(entries, edit.kind, edit.id)
  const standing = before ?? access.blank(nextId(entries))
  const writing: Writing = { unit: edit.unit, language: edit.language, plan: session.plan }
  const texts = before ? edit.fields : textsOfNew(access, standing, edit.fields, writing)
  const { entry, refusals } = enterFields(form, standing, texts, writing)
  const changed = form.fields.filter(({ show }) => show(entry, writing) !== show(standing, writing))
  const isApplied = refusals.length === 0 && !edit.isDryRun
  if (isApplied && (before === null || changed.length > 0)) {
    const summary = before
      ? describeEdit(edit, before, entry, changed, writing)
      : { kind: 'entry-added' as const, detail: nameEntry(edit, entry) }
    session.edit(summary, [access.change(entry.id, before, entry)])
  }
  return {
    revision: session.revision,
    isApplied,
    id: before || isApplied ? entry.id : null,
    code: entry.code,
    changes: changed.map(({ key, show }) => ({
      field: key,
      before: before ? show(before, writing) : '',
      after: show(entry, writing),
    })),
    refusals: refusals.map(({ field, error }) => ({ field, failure: toFailure(error) })),
  }
}

/** A new entry is asked for all it may not leave out; what it has by itself stays where nothing is typed. */
function textsOfNew<E>(
  { form }: EntryAccess<E>,
  standing: E,
  given: EntryEdit['fields'],
  writing: Writing,
): EntryEdit['fields'] {
  const required = form.fields
    .filter(({ isRequired }) => isRequired)
    .map(({ key, show }) => [key, given[key]?.trim() || show(standing, writing)])
  return { ...given, ...Object.fromEntries(required) }
}

/** An entry as the history names it. */
function nameEntry({ kind }: EntryEdit, { code, name }: Named): HistorySummary['detail'] {
  return { entry: kind, code, name }
}

/** What was edited, each field with what it says now; a choice is named without the word the code has for it. */
function describeEdit<E extends Named>(
  edit: EntryEdit,
  before: E,
  after: E,
  changed: readonly Field<E>[],
  writing: Writing,
): HistorySummary {
  const fields = changed.map(({ key, choices, amountOf, show }) => {
    const text = choices.length > 0 ? '' : show(after, writing)
    const quoted = text.length > MOST_QUOTED ? `${text.slice(0, MOST_QUOTED)}…` : text
    return [`field:${key}`, amountOf ? amountOf(after) : quoted] as const
  })
  const detail = { ...nameEntry(edit, before), ...Object.fromEntries(fields) }
  return { kind: 'entry-set', detail }
}
