import { packFlagMark } from '../contract/flag-mark.ts'
import type {
  CellAmount,
  FlagMarkColumns,
  LineSums,
  PlanDelta,
  PlanStand,
  PlanView,
  ProjectSums,
  SubjectMarks,
  YearTotals,
} from '../contract/plan-view.ts'
import { writeProjects } from '../contract/project-table.ts'
import type { FiscalYear } from '../core/fiscal-year.ts'
import { amountAt } from '../core/plan.ts'
import type { PlanIndex, Touched } from '../core/plan-index.ts'
import type { CurrentFlags } from '../core/rules/current-flags.ts'
import { noCounts } from '../core/rules/flag-marks.ts'
import type { MovedSubjects } from '../core/rules/marked-rules.ts'

/** The whole plan as a window shows it but its flags, in columns that share nothing with the plan's own. */
export function viewPlan(index: PlanIndex, stand: PlanStand): PlanView {
  const { plan, years, projects, lines } = index
  const { project, line, year, amount, held } = plan.allocations.columns()
  return {
    ...stand,
    settings: plan.settings,
    programmes: [...plan.programmes.values()],
    lines: lines.entries,
    tasks: [...plan.tasks.values()],
    projects: writeProjects(projects),
    allocations: {
      project: project.slice(),
      line: line.slice(),
      year: year.slice(),
      amount: amount.slice(),
      held: held.slice(),
    },
    lineSums: pairs(lines.ids, years).map(([id, of]) => sumLine(index, id, of)),
    projectSums: { allocated: projects.given.limbs(), programmes: countProgrammes(index) },
    totals: years.map((of) => totalsOf(index, of)),
  }
}

/** Where all flags of the plan stand. */
export function viewFlags({ projects, lines }: PlanIndex, flags: CurrentFlags): FlagMarkColumns {
  return {
    projects: marksOf(flags, 'project', projects.ids),
    lines: marksOf(flags, 'line', lines.ids),
    counts: flags.counts(),
  }
}

/** What an edit of allocations moved. */
export function describeDelta(
  index: PlanIndex,
  flags: CurrentFlags,
  revision: number,
  { touched, subjects }: { touched: Touched; subjects: MovedSubjects },
): PlanDelta {
  const years = new Set(touched.cells.map(({ year }) => year))
  const lines = new Set(touched.cells.map(({ line }) => line))
  const projects = new Set(touched.cells.map(({ project }) => project))
  return {
    revision,
    cells: touched.cells.map(
      (cell): CellAmount => ({ ...cell, amount: amountAt(index.plan, cell) }),
    ),
    lineSums: pairs(lines, years).map(([line, year]) => sumLine(index, line, year)),
    projectSums: pairs(projects, years).map(([project, year]) => sumProject(index, project, year)),
    totals: [...years].map((year) => totalsOf(index, year)),
    flags: markSubjects(flags, subjects),
  }
}

function markSubjects(flags: CurrentFlags, { projects, lines }: MovedSubjects): FlagMarkColumns {
  return {
    projects: marksOf(flags, 'project', [...projects]),
    lines: marksOf(flags, 'line', [...lines]),
    counts: flags.counts(),
  }
}

function marksOf(
  flags: CurrentFlags,
  kind: 'project' | 'line',
  ids: readonly number[],
): SubjectMarks {
  const { subjects, facts } = flags.marked
  const years = facts.offsets.length
  const marks = new Uint16Array(ids.length * years)
  const counts = noCounts()
  ids.forEach((id, at) => {
    const slot = subjects.slotOf(kind, id)
    facts.offsets.forEach((offset, year) => {
      flags.countOpen(kind, slot, offset, counts)
      marks[at * years + year] = packFlagMark(counts)
    })
  })
  return { ids: Int32Array.from(ids), marks }
}

function countProgrammes(index: PlanIndex): Uint8Array {
  const counts = new Uint8Array(index.projects.given.length)
  for (let row = 0; row < counts.length; row += 1) counts[row] = index.countProgrammes(row)
  return counts
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
