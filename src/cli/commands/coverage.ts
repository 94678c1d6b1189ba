import { type Coverage, coverTasks, unfundedTasks } from '../../core/coverage.ts'
import { FUNDING_SOURCES } from '../../core/funding-line.ts'
import type { Money } from '../../core/money.ts'
import { formatMoney } from '../../core/number-format.ts'
import { formatShare, statedShare } from '../../core/share-text.ts'
import type { Command, Output } from '../command.ts'
import { withWorkbook } from '../opened-workbook.ts'
import { parsePlanYear } from '../parsing.ts'
import { printJson, printTable } from '../printing.ts'

const HEADINGS = {
  vi: ['Mã', 'Dự án', 'Nhu cầu', 'Đã bố trí', 'Đáp ứng', 'Nhiệm vụ'],
  en: ['Code', 'Projects', 'Need', 'Allocated', 'Need met', 'Task'],
}

const NO_TASK = { vi: 'Dự án không thuộc nhiệm vụ nào', en: 'Projects of no task' }

/** Sets the plan's tasks against the sources and programmes that pay for them. */
export const coverage: Command = {
  usage: 'coverage <file>',
  summary: {
    vi: 'Đối chiếu nhiệm vụ của kế hoạch với nguồn vốn và chương trình',
    en: 'Set the plan’s tasks against the money that pays for them',
  },
  options: [['--year <year>', { vi: 'chỉ một năm', en: 'one year only' }]],
  async run([path = ''], options, output) {
    const found = await withWorkbook(path, ({ plan, index }) =>
      coverTasks(index, parsePlanYear(options['year'], plan.settings)),
    )
    if (output.isJson) printJson(output, describeCoverage(found))
    else printCoverage(output, found)
    return 0
  },
}

/** The coverage by codes; a row without code holds the projects of no task, a programme '' the lines of none. */
function describeCoverage(found: Coverage) {
  const programmes = found.programmes.map((programme) => programme?.code ?? '')
  return {
    year: found.year,
    tasks: found.tasks.map(({ task, bySource, byProgramme, ...row }) => ({
      code: task?.code ?? null,
      name: task?.name ?? null,
      ...row,
      needMet: statedShare(row.allocated, row.need),
      sources: nameSums(FUNDING_SOURCES, bySource),
      programmes: nameSums(programmes, byProgramme),
    })),
    unfunded: unfundedTasks(found).map(({ code }) => code),
  }
}

function nameSums(names: readonly string[], sums: readonly Money[]): Record<string, Money> {
  const entries = names.map((name, at) => [name, sums[at]] as [string, Money])
  return Object.fromEntries(entries.filter(([, sum]) => sum !== 0n))
}

function printCoverage(output: Output, { tasks }: Coverage): void {
  const rows = tasks.map(({ task, projects, need, allocated }) => [
    task?.code ?? '–',
    String(projects),
    formatMoney(need, 'dong', output.language),
    formatMoney(allocated, 'dong', output.language),
    formatShare(allocated, need, output.language),
    task?.name ?? NO_TASK[output.language],
  ])
  printTable(output, HEADINGS[output.language], rows, new Set([1, 2, 3, 4]))
}
