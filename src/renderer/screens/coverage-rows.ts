import type { Coverage, TaskCoverage } from '../../core/coverage.ts'
import { FUNDING_SOURCES } from '../../core/funding-line.ts'
import { type Money, sumMoney } from '../../core/money.ts'

/** One row of the coverage table: a task, the projects of no task, or the sums of all rows. */
export interface CoverageRow extends TaskCoverage {
  readonly kind: 'task' | 'no-task' | 'total'
}

/** The rows of the coverage table, in the order of the coverage. */
export function coverageRows({ tasks }: Coverage): CoverageRow[] {
  return tasks.map((row) => ({ ...row, kind: row.task ? 'task' : 'no-task' }))
}

/** The exact sums over all rows, whole đồng. */
export function coverageTotals({ tasks, programmes }: Coverage): CoverageRow {
  const sum = (read: (row: TaskCoverage) => Money | undefined) =>
    sumMoney(tasks.flatMap((row) => read(row) ?? []))
  return {
    kind: 'total',
    task: null,
    projects: tasks.reduce((count, { projects }) => count + projects, 0),
    need: sum(({ need }) => need),
    allocated: sum(({ allocated }) => allocated),
    bySource: FUNDING_SOURCES.map((_, at) => sum(({ bySource }) => bySource[at])),
    byProgramme: programmes.map((_, at) => sum(({ byProgramme }) => byProgramme[at])),
  }
}

/** Whether a row is a task that no line gives anything to. */
export function isUnfunded({ kind, allocated }: CoverageRow): boolean {
  return kind === 'task' && allocated === 0n
}

/** The places in `FUNDING_SOURCES` of the sources that pay for something. */
export function sourcesInUse({ bySource }: CoverageRow): number[] {
  return [...bySource.keys()].filter((at) => bySource[at] !== 0n)
}
