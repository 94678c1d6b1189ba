import { codeOf } from '../../core/plan.ts'
import { PlanIndex } from '../../core/plan-index.ts'
import { checkPlan, countFlags, flagsOfYear } from '../../core/rules/check-plan.ts'
import { explainFlag } from '../../core/rules/explain-flag.ts'
import type { Flag } from '../../core/rules/rule.ts'
import { describeFlag, nameSeverity } from '../../core/wording.ts'
import type { Command, Output } from '../command.ts'
import { eachOf } from '../each-of.ts'
import { withWorkbook } from '../opened-workbook.ts'
import { parseCount, parsePlanYear } from '../parsing.ts'
import { streamJson, streamTable } from '../printing.ts'

const HEADINGS = {
  vi: ['Mức', 'Mã', 'Đối tượng', 'Năm', 'Nội dung'],
  en: ['Severity', 'Code', 'Subject', 'Year', 'Message'],
}

/** Lists the flags a workbook raises; exits 1 when one is an error nobody accepted, so scripts can stop on it. */
export const check: Command = {
  usage: 'check <file>',
  summary: { vi: 'Kiểm tra kế hoạch, liệt kê cảnh báo', en: 'Check the plan and list its flags' },
  options: [
    ['--year <year>', { vi: 'chỉ một năm', en: 'one year only' }],
    [
      '--max-programmes <n>',
      {
        vi: 'số chương trình tối đa cho lần kiểm tra này',
        en: 'maximum programmes for this check',
      },
    ],
  ],
  run([path = ''], options, output) {
    return withWorkbook(path, async ({ plan, index }) => {
      const year = parsePlanYear(options['year'], plan.settings)
      const checked =
        options['maxProgrammes'] === undefined
          ? index
          : limitProgrammes(index, parseCount(options['maxProgrammes']))
      const flags = flagsOfYear(checkPlan(checked), year)
      const counts = countFlags(flags)
      if (output.isJson) {
        await streamJson(output, {
          flags: eachOf(flags, (flag) => describeForJson(checked, flag, output)),
          counts,
        })
      } else await printFlags(output, flags)
      return counts.error > 0 ? 1 : 0
    })
  },
}

/** The plan as it would be judged with another maximum of programmes. */
function limitProgrammes({ plan }: PlanIndex, maxProgrammes: number): PlanIndex {
  const policy = { ...plan.settings.policy, maxProgrammes }
  return new PlanIndex({ ...plan, settings: { ...plan.settings, policy } })
}

function describeForJson(index: PlanIndex, flag: Flag, { language }: Output) {
  const { code, severity, subject, year, detail, gauge, waiver } = flag
  const { source, trust, cells } = explainFlag(index, flag)
  const { projects, lines } = index.plan
  return {
    code,
    severity,
    subject: { kind: subject.kind, code: subject.code },
    year,
    detail,
    message: describeFlag(flag, language, 'dong'),
    waived: waiver !== null,
    waiver: waiver && {
      reason: waiver.reason,
      by: waiver.by,
      at: waiver.at,
      gauge: waiver.gauge,
    },
    gauge,
    source,
    trust,
    cells: cells.map((cell) => ({
      project: codeOf(projects, cell.project),
      line: codeOf(lines, cell.line),
      year: cell.year,
    })),
  }
}

function printFlags(output: Output, flags: readonly Flag[]): Promise<void> {
  const { language } = output
  const rows = eachOf(flags, (flag) => [
    nameSeverity(flag.severity, language),
    flag.code,
    flag.subject.code,
    flag.year === null ? '' : String(flag.year),
    describeFlag(flag, language, 'dong') + sayAccepted(flag, language),
  ])
  return streamTable(output, HEADINGS[language], rows)
}

function sayAccepted({ waiver }: Flag, language: Output['language']): string {
  if (!waiver) return ''
  const accepted = language === 'vi' ? 'Đã chấp nhận' : 'Accepted'
  return ` [${accepted}: ${waiver.reason} – ${waiver.by}]`
}
