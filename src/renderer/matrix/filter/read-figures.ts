import type { FiscalYear } from '../../../core/fiscal-year.ts'
import type { PlanColumns } from '../../plan/plan-columns.ts'
import { type Figure, type FigureReader, WHOLE_COVERAGE } from './project-filter.ts'

/** Reads the figures of a project's year a filter may ask for. */
export function figuresOf(columns: PlanColumns, project: number, year: FiscalYear): FigureReader {
  return (measure) => {
    if (measure === 'flags') {
      const flags = columns.flagsOfProject(project, year)
      return flags && whole(flags.count)
    }
    if (measure.startsWith('line:')) {
      const line = columns.lineByCode(measure.slice('line:'.length))
      return line ? whole(columns.amountAt(project, line.id, year)) : null
    }
    const sums = columns.sumsOfProject(project, year)
    switch (measure) {
      case 'need':
      case 'allocated':
      case 'shortfall':
      case 'programmes':
        return whole(sums[measure])
      case 'coverage':
        return sums.need === 0n ? null : { amount: sums.allocated * WHOLE_COVERAGE, per: sums.need }
      default:
        return null
    }
  }
}

function whole(amount: bigint | number): Figure {
  return { amount: BigInt(amount), per: 1n }
}
