import type { FiscalYear } from '../../core/fiscal-year.ts'
import type { Unit } from '../../core/money.ts'
import type { PlanIndex } from '../../core/plan-index.ts'
import { amountText } from './amount-text.ts'
import type { AnnexWords } from './annex-words.ts'
import { type OutCell, numberCell, textCell } from './out-sheet.ts'

/** The annex as one flat table for a csv: a row per year and project, a column per line, no merged cells. */
export function annexTable(
  index: PlanIndex,
  years: readonly FiscalYear[],
  unit: Unit,
  words: AnnexWords,
): OutCell[][] {
  const { plan } = index
  const lines = [...plan.lines.values()]
  const amount = (of: bigint | undefined): OutCell => (of ? numberCell(amountText(of, unit)) : null)
  const header = [
    words.year,
    words.code,
    words.name,
    words.place,
    words.totalInvestment,
    words.need,
    words.allocated,
    ...lines.map(({ code }) => code),
    words.shortfall,
  ]
  const rows = years.flatMap((year) =>
    [...plan.projects.values()].map((project): OutCell[] => {
      const amounts = index.amountsOf(project.id, year)
      return [
        numberCell(String(year), 'year'),
        ...[project.code, project.name, project.place].map((text) => textCell(text)),
        amount(project.totalInvestment),
        amount(index.needOf(project.id, year)),
        amount(index.allocatedToProject(project.id, year)),
        ...lines.map(({ id }) => amount(amounts.get(id))),
        amount(index.shortfallOf(project.id, year)),
      ]
    }),
  )
  return [header.map((heading) => textCell(heading)), ...rows]
}
