import { WorkbenchError } from '../../core/error.ts'
import type { Fix } from '../../core/fixes/fix.ts'
import { formatMoney } from '../../core/number-format.ts'
import { type Plan, codeOf } from '../../core/plan.ts'
import { nameFix } from '../../core/wording-fixes.ts'
import { findFixes, mendFlag } from '../../engine/mend-flag.ts'
import type { Command, Output } from '../command.ts'
import { parseFlagTarget } from '../flag-target.ts'
import { withWorkbook } from '../opened-workbook.ts'
import { printJson, printTable } from '../printing.ts'

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
  options: [['--apply <key>', { vi: 'cách sửa cần thực hiện', en: 'the fix to carry out' }]],
  run([path = '', rule = '', subject = '', year], options, output) {
    return withWorkbook(path, (session) => {
      const target = parseFlagTarget(session.plan, rule, subject, year)
      const fixes = findFixes(session, target)
      const key = options['apply'] === undefined ? null : String(options['apply'])
      if (key !== null) {
        const possible = fixes.flatMap((of) => (of.kind === 'set-field' ? [] : [of.key]))
        if (!possible.includes(key)) {
          throw new WorkbenchError('usage', { message: key, expected: possible.join(' | ') || '–' })
        }
        mendFlag(session, target, { key, revision: session.revision })
        session.save(null)
      }
      if (output.isJson) {
        const shown = fixes.map((of) => describeFix(session.plan, of))
        printJson(output, { fixes: shown, applied: key, contentHash: session.contentHash() })
      } else printFixes(output, session.plan, fixes)
      return 0
    })
  },
}

function describeFix(plan: Plan, of: Fix) {
  if (of.kind === 'set-field') {
    return {
      key: of.key,
      kind: of.kind,
      project: codeOf(plan.projects, of.project),
      field: of.field,
    }
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

function printFixes(output: Output, plan: Plan, fixes: readonly Fix[]): void {
  const { language } = output
  const rows = fixes.flatMap((of) => {
    const name = `${of.key} – ${nameFix(of, language)}`
    if (of.kind === 'set-field') return [[name, codeOf(plan.projects, of.project) ?? '']]
    return of.moves.map(({ cell, before, after }) => [
      name,
      codeOf(plan.projects, cell.project) ?? '',
      codeOf(plan.lines, cell.line) ?? '',
      String(cell.year),
      formatMoney(before, 'dong', language),
      formatMoney(after, 'dong', language),
    ])
  })
  printTable(output, HEADINGS[language], rows, new Set([4, 5]))
}
