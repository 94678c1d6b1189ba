import { projectFields } from '../../core/fields/project-form.ts'
import { WorkbenchError } from '../../core/error.ts'
import { FIELD_KEYS, type FieldFix, type Fix } from '../../core/fixes/fix.ts'
import { type Language, formatMoney } from '../../core/number-format.ts'
import { type Plan, codeOf } from '../../core/plan.ts'
import { nameFix } from '../../core/wording-fixes.ts'
import { flagNotRaised } from '../../engine/flag-not-raised.ts'
import { flagsAt } from '../../engine/flags-at.ts'
import { fillField, findFixes, mendFlag } from '../../engine/mend-flag.ts'
import type { WorkbookSession } from '../../engine/session.ts'
import type { FlagTarget } from '../../contract/methods.ts'
import type { Command, Output } from '../command.ts'
import { parseFlagTarget } from '../flag-target.ts'
import { withWorkbook } from '../opened-workbook.ts'
import { printJson, printTable } from '../printing.ts'
import { refuseFields } from '../refuse-fields.ts'

const HEADINGS = {
  vi: ['Cách sửa', 'Dự án', 'Nguồn vốn', 'Năm', 'Đang có', 'Sẽ là'],
  en: ['Fix', 'Project', 'Line', 'Year', 'Now', 'Then'],
}

/** Shows what can be done about a flag and, asked to, does it and saves. */
export const fix: Command = {
  usage: 'fix <file> <rule> <subject> [year]',
  summary: {
    vi: 'Xem cách sửa một cảnh báo; với --apply thì sửa và lưu',
    en: 'Show how a flag can be mended; with --apply, mend it and save',
  },
  options: [
    ['--apply <key>', { vi: 'cách sửa cần thực hiện', en: 'the fix to carry out' }],
    ['--value <text>', { vi: 'nội dung mục còn thiếu', en: 'what the missing field says' }],
  ],
  run([path = '', rule = '', subject = '', year], options, output) {
    return withWorkbook(path, (session) => {
      const target = parseFlagTarget(session.plan, rule, subject, year)
      const fixes = findFixes(session, target)
      // Read before anything is mended, so that the answer says what stood.
      const shown = fixes.map((of) => describeFix(session.plan, of))
      const rows = tableRows(session.plan, fixes, output.language)
      const key = options['apply'] === undefined ? null : String(options['apply'])
      if (key !== null) {
        if (flagsAt(session, target).length === 0) throw flagNotRaised(session, target)
        const code = apply(session, target, findFix(fixes, key), options['value'], output)
        if (code !== 0) return code
        session.save(null)
      }
      if (output.isJson) {
        printJson(output, { fixes: shown, applied: key, contentHash: session.contentHash() })
      } else printTable(output, HEADINGS[output.language], rows, new Set([4, 5]))
      return 0
    })
  },
}

function findFix(fixes: readonly Fix[], key: string): Fix {
  const found = fixes.find((of) => of.key === key)
  if (found) return found
  const expected = fixes.map((of) => of.key).join(' | ') || '–'
  throw new WorkbenchError('usage', { message: key, expected })
}

function apply(
  session: WorkbookSession,
  target: FlagTarget,
  { key, ...of }: Fix,
  value: unknown,
  output: Output,
): number {
  const isField = of.kind === 'set-field'
  if (isField !== (value !== undefined)) {
    const expected = `--apply ${key}${isField ? ' --value <text>' : ''}`
    throw new WorkbenchError('usage', { message: `--apply ${key}`, expected })
  }
  if (!isField) {
    mendFlag(session, target, { key, revision: session.revision })
    return 0
  }
  const result = fillField(session, target, { key, value: String(value) })
  const values = { [FIELD_KEYS[of.field]]: String(value) }
  return result.refusals.length > 0 ? refuseFields(result, values, output) : 0
}

function describeFix(plan: Plan, of: Fix) {
  if (of.kind === 'set-field') {
    const { key, kind, field } = of
    const project = codeOf(plan.projects, of.project)
    return { key, kind, project, field, before: standingText(plan, of) }
  }
  const moves = of.moves.map(({ cell, before, after }) => ({
    project: codeOf(plan.projects, cell.project),
    line: codeOf(plan.lines, cell.line),
    year: cell.year,
    before,
    after,
  }))
  return { key: of.key, kind: of.kind, moves, left: of.left }
}

/** What the field says now, as `--value` would take it. */
function standingText(plan: Plan, { project, field }: FieldFix): string {
  const of = plan.projects.get(project)
  const form = projectFields(plan.settings).find(({ key }) => key === FIELD_KEYS[field])
  return of && form ? form.show(of, { unit: 'dong', language: 'vi', plan }) : ''
}

function tableRows(plan: Plan, fixes: readonly Fix[], language: Language): string[][] {
  return fixes.flatMap((of) => {
    const name = `${of.key} – ${nameFix(of, language)}`
    if (of.kind === 'set-field') {
      return [[name, codeOf(plan.projects, of.project) ?? '', '', '', standingText(plan, of)]]
    }
    return of.moves.map(({ cell, before, after }) => [
      name,
      codeOf(plan.projects, cell.project) ?? '',
      codeOf(plan.lines, cell.line) ?? '',
      String(cell.year),
      formatMoney(before, 'dong', language),
      formatMoney(after, 'dong', language),
    ])
  })
}
