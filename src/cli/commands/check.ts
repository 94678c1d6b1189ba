import { WorkbenchError } from '../../core/error.ts'
import { isYearWithin } from '../../core/fiscal-year.ts'
import { PlanIndex } from '../../core/plan-index.ts'
import { checkPlan, countFlags, flagsOfYear } from '../../core/rules/check-plan.ts'
import { describeFlag, nameSeverity } from '../../core/wording.ts'
import type { Command } from '../command.ts'
import { withWorkbook } from '../opened-workbook.ts'
import { parseCount, parseYear } from '../parsing.ts'
import { printJson, printTable } from '../printing.ts'

/** Lists the flags a workbook raises; exits 1 when one is an error, so scripts can stop on it. */
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
  async run([path = ''], options, output) {
    const year = options['year'] === undefined ? null : parseYear(options['year'])
    const flags = await withWorkbook(path, ({ plan, index }) => {
      const { from, to } = plan.settings
      if (year !== null && !isYearWithin(year, plan.settings)) {
        throw new WorkbenchError('year-outside-plan', { year, from, to })
      }
      if (options['maxProgrammes'] === undefined) return checkPlan(index)
      const policy = {
        ...plan.settings.policy,
        maxProgrammes: parseCount(options['maxProgrammes']),
      }
      return checkPlan(new PlanIndex({ ...plan, settings: { ...plan.settings, policy } }))
    })
    const shown = flagsOfYear(flags, year).map((flag) => ({
      code: flag.code,
      severity: flag.severity,
      subject: { kind: flag.subject.kind, code: flag.subject.code },
      year: flag.year,
      detail: flag.detail,
      message: describeFlag(flag, output.language, 'dong'),
      waived: false,
    }))
    const counts = countFlags(flagsOfYear(flags, year))
    if (output.isJson) printJson(output, { flags: shown, counts })
    else {
      const header =
        output.language === 'vi'
          ? ['Mức', 'Mã', 'Đối tượng', 'Năm', 'Nội dung']
          : ['Severity', 'Code', 'Subject', 'Year', 'Message']
      const rows = shown.map((flag) => [
        nameSeverity(flag.severity, output.language),
        flag.code,
        flag.subject.code,
        flag.year === null ? '' : String(flag.year),
        flag.message,
      ])
      printTable(output, header, rows)
    }
    return counts.error > 0 ? 1 : 0
  },
}
