import { formatMoney } from '../../core/number-format.ts'
import type { Totals } from '../../core/running-totals.ts'
import { describePlan } from '../../engine/describe-plan.ts'
import type { Command, Output } from '../command.ts'
import { withWorkbook } from '../opened-workbook.ts'
import { printJson, printTable } from '../printing.ts'

/** Prints the whole plan with its exact totals. */
export const show: Command = {
  usage: 'show <file>',
  summary: { vi: 'Xem kế hoạch và các tổng số', en: 'Show the plan and its totals' },
  async run([path = ''], _options, output) {
    return withWorkbook(path, (session) => {
      if (output.isJson) printJson(output, describePlan(session.index, session.contentHash()))
      else {
        const { title, from, to } = session.plan.settings
        output.print(`${title} (${from}–${to})`)
        const { index } = session
        printTotals(output, [
          ...index.years.map((year): [string, Totals] => [String(year), index.totals(year)]),
          [output.language === 'vi' ? 'Cả kỳ' : 'Period', index.totals()],
        ])
      }
      return 0
    })
  },
}

const HEADINGS = {
  vi: ['Năm', 'Trần vốn', 'Đã bố trí', 'Còn lại', 'Nhu cầu', 'Thiếu'],
  en: ['Year', 'Ceiling', 'Allocated', 'Remaining', 'Need', 'Shortfall'],
}

function printTotals(output: Output, rows: readonly (readonly [string, Totals])[]): void {
  const cells = rows.map(([label, { ceiling, allocated, remaining, need, shortfall }]) => [
    label,
    ...[ceiling, allocated, remaining, need, shortfall].map((amount) =>
      formatMoney(amount, 'dong', output.language),
    ),
  ])
  printTable(output, HEADINGS[output.language], cells, new Set([1, 2, 3, 4, 5]))
}
