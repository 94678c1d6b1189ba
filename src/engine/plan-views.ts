import type {
  AllocationColumns,
  CellAmount,
  FileState,
  LineSums,
  PlanDelta,
  PlanView,
  ProjectSums,
  YearTotals,
} from '../contract/plan-view.ts'
import type { FiscalYear } from '../core/fiscal-year.ts'
import { type Plan, amountAt } from '../core/plan.ts'
import type { PlanIndex, Touched } from '../core/plan-index.ts'
import type { CurrentFlags, SubjectKey } from '../core/rules/current-flags.ts'

/** The whole plan as a window shows it. */
export function viewPlan(
  index: PlanIndex,
  flags: CurrentFlags,
  revision: number,
  file: FileState,
): PlanView {
  const { plan, years } = index
  return {
    revision,
    settings: plan.settings,
    programmes: [...plan.programmes.values()],
    lines: [...plan.lines.values()],
    projects: [...plan.projects.values()],
    allocations: columnsOf(plan),
    lineSums: pairs(plan.lines.keys(), years).map(([line, year]) => sumLine(index, line, year)),
    projectSums: pairs(plan.projects.keys(), years).map(([project, year]) =>
      sumProject(index, project, year),
    ),
    totals: years.map((year) => totalsOf(index, year)),
    flags: flags.list(),
    file,
  }
}

/** What an edit of allocations moved. */
export function describeDelta(
  index: PlanIndex,
  flags: CurrentFlags,
  revision: number,
  { touched, subjects }: { touched: Touched; subjects: readonly SubjectKey[] },
): PlanDelta {
  const years = new Set(touched.cells.map(({ year }) => year))
  return {
    revision,
    cells: touched.cells.map(
      (cell): CellAmount => ({ ...cell, amount: amountAt(index.plan, cell) }),
    ),
    lineSums: pairs(new Set(touched.cells.map(({ line }) => line)), years).map(([line, year]) =>
      sumLine(index, line, year),
    ),
    projectSums: pairs(new Set(touched.cells.map(({ project }) => project)), years).map(
      ([project, year]) => sumProject(index, project, year),
    ),
    totals: [...years].map((year) => totalsOf(index, year)),
    flaggedSubjects: subjects,
    flags: subjects.flatMap((subject) => flags.of(subject)),
  }
}

function columnsOf(plan: Plan): AllocationColumns {
  const count = plan.allocations.size
  const columns = {
    project: new Int32Array(count),
    line: new Int32Array(count),
    year: new Int16Array(count),
    amount: new BigInt64Array(count),
  }
  let at = 0
  for (const { project, line, year, amount } of plan.allocations.values()) {
    columns.project[at] = project
    columns.line[at] = line
    columns.year[at] = year
    columns.amount[at] = amount
    at += 1
  }
  return columns
}

function sumLine(index: PlanIndex, line: number, year: FiscalYear): LineSums {
  const allocated = index.allocatedToLine(line, year)
  const remaining = index.remainingOfLine(line, year)
  return { line, year, ...index.lineYear(line, year), allocated, remaining }
}

function sumProject(index: PlanIndex, project: number, year: FiscalYear): ProjectSums {
  return {
    project,
    year,
    need: index.needOf(project, year),
    allocated: index.allocatedToProject(project, year),
    shortfall: index.shortfallOf(project, year),
    programmes: index.programmesOf(project, year).length,
  }
}

function totalsOf(index: PlanIndex, year: FiscalYear): YearTotals {
  return { year, ...index.totals(year) }
}

function pairs(ids: Iterable<number>, years: Iterable<FiscalYear>): [number, FiscalYear][] {
  const all = [...years]
  return [...ids].flatMap((id) => all.map((year): [number, FiscalYear] => [id, year]))
}
