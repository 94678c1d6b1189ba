import type { Language } from '../contract/bridge.ts'
import type { EntryEdit, EntryKind, EntryResult } from '../contract/entry-edit.ts'
import { nameField } from '../contract/field-names.ts'
import { WorkbenchError } from '../core/error.ts'
import type { Field } from '../core/fields/field.ts'
import { lineFields } from '../core/fields/line-form.ts'
import { projectFields } from '../core/fields/project-form.ts'
import { findLine, findProject } from '../core/plan.ts'
import { editEntry } from '../engine/edit-entry.ts'
import { removeEntry } from '../engine/remove-entry.ts'
import type { WorkbookSession } from '../engine/session.ts'
import type { Command, Output } from './command.ts'
import { withWorkbook } from './opened-workbook.ts'
import { parseSettings } from './parsing.ts'
import { printJson, printTable } from './printing.ts'
import { refuseFields } from './refuse-fields.ts'

const HEADINGS = { vi: ['Mục', 'Khóa', 'Giá trị'], en: ['Field', 'Key', 'Value'] }

/** The command that shows one kind of entry field by field, edits, adds or removes it, and saves. */
export function entryCommand(kind: EntryKind, summary: Record<Language, string>): Command {
  return {
    usage: `${kind} <file> <code>`,
    summary,
    options: [
      ['--set <key=value...>', { vi: 'mục cần sửa, lặp lại được', en: 'a field; may be repeated' }],
      ['--add', { vi: 'thêm mới với mã này', en: 'add it with this code' }],
      ['--remove', { vi: 'xóa cùng số vốn đã bố trí', en: 'remove it with its allocations' }],
    ],
    run([path = '', code = ''], options, output) {
      return withWorkbook(path, (session) => {
        if (options['remove'] === true) return remove(session, { kind, code }, options, output)
        const fields = parseSettings(options['set'])
        const isNew = options['add'] === true
        const id = isNew ? null : findEntry(session, kind, code).id
        const result = change(session, { kind, id, fields: isNew ? { code, ...fields } : fields })
        if (result.refusals.length > 0) return refuseFields(result, fields, output)
        show(session, kind, result, output)
        return 0
      })
    },
  }
}

function change(session: WorkbookSession, edit: Pick<EntryEdit, 'kind' | 'id' | 'fields'>) {
  const before = session.revision
  const result = editEntry(session, { ...edit, ...PLAIN, isDryRun: false })
  if (session.revision !== before) session.save(null)
  return result
}

/** Amounts in whole đồng, separators as in the plain tables. */
const PLAIN = { unit: 'dong', language: 'vi' } as const

function findEntry({ plan }: WorkbookSession, kind: EntryKind, code: string) {
  return kind === 'project' ? findProject(plan, code) : findLine(plan, code)
}

function remove(
  session: WorkbookSession,
  { kind, code }: { kind: EntryKind; code: string },
  options: Readonly<Record<string, unknown>>,
  output: Output,
): number {
  if (options['set'] !== undefined || options['add'] === true) {
    throw new WorkbenchError('usage', { message: '--remove --set', expected: '--remove' })
  }
  const { cells, amount } = removeEntry(session, { kind, id: findEntry(session, kind, code).id })
  session.save(null)
  const contentHash = session.contentHash()
  if (output.isJson) printJson(output, { removed: code, cells, amount, contentHash })
  else output.print(`${code}: –`)
  return 0
}

function show(
  session: WorkbookSession,
  kind: EntryKind,
  { id, changes }: EntryResult,
  output: Output,
): void {
  const values = listFields(session, kind, id ?? 0)
  if (output.isJson) {
    const changed = changes.map(({ field }) => field)
    const fields = Object.fromEntries(values)
    printJson(output, { kind, fields, changed, contentHash: session.contentHash() })
    return
  }
  const { language } = output
  const rows = values.map(([key, text]) => [nameField(key)[language], key, text])
  printTable(output, HEADINGS[language], rows)
}

/** Every field with its value as `--set` takes it: amounts as digits of whole đồng. */
function listFields({ plan }: WorkbookSession, kind: EntryKind, id: number) {
  const { projects, lines, settings } = plan
  const list = <E>(fields: readonly Field<E>[], entry: E | undefined) =>
    entry === undefined
      ? []
      : fields.map(({ key, amountOf, show: text }) => {
          const value = amountOf?.(entry).toString() ?? text(entry, { ...PLAIN, plan })
          return [key, value] as const
        })
  return kind === 'project'
    ? list(projectFields(settings), projects.get(id))
    : list(lineFields(settings), lines.get(id))
}
