import { nameColumn } from '../../contract/column-names.ts'
import type { PaymentObstacle } from '../../core/eligibility.ts'
import { formatMoney } from '../../core/number-format.ts'
import { formatShare } from '../../core/share-text.ts'
import type { Totals } from '../../core/running-totals.ts'
import { type LineForProject, describeEligibility } from '../../engine/describe-eligibility.ts'
import { describePlan } from '../../engine/describe-plan.ts'
import type { Command, Output } from '../command.ts'
import { eachOf } from '../each-of.ts'
import { withWorkbook } from '../opened-workbook.ts'
import { printTable, streamJson, streamTable } from '../printing.ts'

/** Prints the whole plan with its exact totals. */
export const show: Command = {
  usage: 'show <file>',
  summary: { vi: 'Xem kế hoạch và các tổng số', en: 'Show the plan and its totals' },
  options: [
    [
      '--eligible',
      {
        vi: 'kèm từng nguồn vốn được hay không được chi cho từng dự án',
        en: 'with every line that may or may not pay each project',
      },
    ],
  ],
  async run([path = ''], { eligible: isEligibleAsked }, output) {
    return withWorkbook(path, async (session) => {
      const eligible = isEligibleAsked === true ? describeEligibility(session.plan) : null
      if (output.isJson)
        await streamJson(output, {
          ...describePlan(session.index, session.contentHash()),
          ...(eligible === null ? {} : { eligible }),
        })
      else {
        const { title, from, to } = session.plan.settings
        output.print(`${title} (${from}–${to})`)
        const { index } = session
        printTotals(output, [
          ...index.years.map((year): [string, Totals] => [String(year), index.totals(year)]),
          [output.language === 'vi' ? 'Cả kỳ' : 'Period', index.totals()],
        ])
        if (eligible !== null) await printEligibility(output, eligible)
      }
      return 0
    })
  },
}

const HEADINGS = {
  vi: ['Năm', 'Trần vốn', 'Đã bố trí', 'Còn lại', 'Nhu cầu', 'Thiếu', 'Đáp ứng'],
  en: ['Year', 'Ceiling', 'Allocated', 'Remaining', 'Need', 'Shortfall', 'Need met'],
}

function printTotals(output: Output, rows: readonly (readonly [string, Totals])[]): void {
  const cells = rows.map(([label, { ceiling, allocated, remaining, need, shortfall }]) => [
    label,
    ...[ceiling, allocated, remaining, need, shortfall].map((amount) =>
      formatMoney(amount, 'dong', output.language),
    ),
    formatShare(need - shortfall, need, output.language),
  ])
  printTable(output, HEADINGS[output.language], cells, new Set([1, 2, 3, 4, 5, 6]))
}

const ELIGIBILITY_HEADINGS = {
  vi: ['Dự án', 'Nguồn vốn', 'Được chi', 'Điều kiện không đạt'],
  en: ['Project', 'Line', 'May pay', 'Condition failed'],
}

/** The column of a line that says each obstacle. */
const COLUMN_OF: Readonly<Record<PaymentObstacle, string>> = {
  border: 'border_only',
  sector: 'sectors',
  place: 'places',
  region: 'regions',
  group: 'groups',
  stage: 'stages',
  'capital-type': 'capital_type',
  'valid-until': 'valid_until',
}

function printEligibility(output: Output, pairs: Iterable<LineForProject>): Promise<void> {
  const { language } = output
  const [yes, no] = language === 'vi' ? ['có', 'không'] : ['yes', 'no']
  const describe = ({ project, line, eligible, condition }: LineForProject) => [
    project,
    line,
    eligible ? yes : no,
    condition === null ? '' : nameColumn(COLUMN_OF[condition])[language],
  ]
  output.print('')
  return streamTable(output, ELIGIBILITY_HEADINGS[language], eachOf(pairs, describe))
}
