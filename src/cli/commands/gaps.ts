import { findGaps } from '../../core/gaps.ts'
import { formatMoney } from '../../core/number-format.ts'
import { describeGap } from '../../core/wording-gaps.ts'
import type { Command } from '../command.ts'
import { withWorkbook } from '../opened-workbook.ts'
import { parsePlanYear } from '../parsing.ts'
import { printJson, printTable } from '../printing.ts'

const HEADINGS = {
  vi: ['Năm', 'Nhu cầu', 'Có thể bố trí', 'Thiếu', 'Nội dung'],
  en: ['Year', 'Need', 'Available', 'Gap', 'What'],
}

const NONE = {
  vi: 'Các nguồn được phép đủ cho mọi nhu cầu.',
  en: 'The lines that may pay hold enough for every need.',
}

/** Names the projects whose needs no allocation could meet, the only lines they may use, and the exact gap. */
export const gaps: Command = {
  usage: 'gaps <file>',
  summary: {
    vi: 'Chỉ ra nhu cầu không nguồn nào đáp ứng đủ, dù phân bổ thế nào',
    en: 'Name the needs no allocation could meet',
  },
  options: [['--year <year>', { vi: 'chỉ một năm', en: 'one year only' }]],
  async run([path = ''], options, output) {
    const found = await withWorkbook(path, ({ plan, index }) =>
      findGaps(index, parsePlanYear(options['year'], plan.settings)),
    )
    if (output.isJson) {
      const codesOf = (entries: readonly { code: string }[]) => entries.map(({ code }) => code)
      const shown = found.map(({ projects, lines, ...figures }) => ({
        ...figures,
        projects: codesOf(projects),
        lines: codesOf(lines),
      }))
      printJson(output, { gaps: shown })
    } else if (found.length === 0) output.print(NONE[output.language])
    else {
      const rows = found.map((gap) => [
        String(gap.year),
        ...[gap.need, gap.available, gap.gap].map((of) => formatMoney(of, 'dong', output.language)),
        describeGap(gap, output.language, 'dong'),
      ])
      printTable(output, HEADINGS[output.language], rows, new Set([1, 2, 3]))
    }
    return 0
  },
}
