import { ExactColumn } from './exact-column.ts'
import type { FiscalYear } from './fiscal-year.ts'
import { FUNDING_SOURCES } from './funding-line.ts'
import { type Money, sumMoney } from './money.ts'
import { topProgramme } from './plan.ts'
import type { PlanIndex } from './plan-index.ts'
import type { Programme } from './programme.ts'
import { TaskMoney } from './rules/task-money.ts'
import type { Task } from './task.ts'

/** What carries out one task, or what carries out none where `task` is null; whole đồng, exact. */
export interface TaskCoverage {
  readonly task: Task | null
  /** How many projects name the task. */
  readonly projects: number
  readonly need: Money
  readonly allocated: Money
  /** Allocated money by source, in the order of `FUNDING_SOURCES`; together the money allocated. */
  readonly bySource: readonly Money[]
  /** Allocated money by top-level programme, in the order of the coverage's `programmes`; together the money allocated. */
  readonly byProgramme: readonly Money[]
}

/** The plan's tasks against the money that pays for them. */
export interface Coverage {
  /** The year the sums are of, or null for the plan's whole period. */
  readonly year: FiscalYear | null
  /** The top-level programmes that lines belong to; null last, for lines that belong to none, where there are such. */
  readonly programmes: readonly (Programme | null)[]
  /** One row a task; at the end one for the projects that name none of them, where there are such. */
  readonly tasks: readonly TaskCoverage[]
}

/** Which sources and programmes pay for each task, over a year or the plan's period. A project names its task by code or name. */
export function coverTasks(index: PlanIndex, year: FiscalYear | null = null): Coverage {
  const { entries, taskOf } = new TaskMoney(index)
  const rows = [...entries, null]
  // The projects of no known task are counted in the last row.
  const rowOf = taskOf.map((task) => (task < 0 ? entries.length : task))
  const programmes = listProgrammes(index)
  const years = year === null ? index.years : [year]
  const sums = sumUp(index, rowOf, years, programmes.slotOf, {
    need: new ExactColumn(rows.length),
    bySource: new ExactColumn(rows.length * FUNDING_SOURCES.length),
    byProgramme: new ExactColumn(rows.length * programmes.list.length),
  })
  const tasks = rows.map((task, row) => {
    const bySource = cut(sums.bySource, row, FUNDING_SOURCES.length)
    return {
      task,
      projects: rowOf.reduce((count, of) => count + Number(of === row), 0),
      need: sums.need.get(row),
      allocated: sumMoney(bySource),
      bySource,
      byProgramme: cut(sums.byProgramme, row, programmes.list.length),
    }
  })
  const shown = tasks.filter(({ task, projects }) => task !== null || projects > 0)
  return { year, programmes: programmes.list, tasks: shown }
}

/** The tasks no line gives anything to over the coverage's years. */
export function unfundedTasks({ tasks }: Coverage): Task[] {
  return tasks.flatMap(({ task, allocated }) => (task && allocated === 0n ? [task] : []))
}

interface Sums {
  readonly need: ExactColumn
  readonly bySource: ExactColumn
  readonly byProgramme: ExactColumn
}

/** The top-level programmes of the lines, in the plan's order, and the place of each line slot's among them. */
function listProgrammes({ plan, lines }: PlanIndex) {
  const tops = lines.entries.map(({ programme }) => topProgramme(plan, programme))
  const used = new Set(tops)
  const list: (Programme | null)[] = [...plan.programmes.values()].filter((of) => used.has(of))
  if (used.has(null)) list.push(null)
  return { list, slotOf: tops.map((top) => list.indexOf(top)) }
}

function sumUp(
  { cells, lines, projects }: PlanIndex,
  rowOf: Int32Array,
  years: readonly FiscalYear[],
  programmeOf: readonly number[],
  sums: Sums,
): Sums {
  const sourceOf = lines.entries.map(({ source }) => FUNDING_SOURCES.indexOf(source))
  const [sources, programmes] = [FUNDING_SOURCES.length, sums.byProgramme.length / sums.need.length]
  for (let project = 0; project < projects.count; project += 1) {
    const row = rowOf[project] as number
    for (const year of years) {
      const at = project * projects.span.count + year - projects.span.first
      sums.need.add(row, projects.need[at] as number)
      for (let node = cells.first(at); node >= 0; node = cells.next(node)) {
        const line = cells.line(node)
        const amount = cells.amount(node)
        sums.bySource.add(row * sources + (sourceOf[line] as number), amount)
        sums.byProgramme.add(row * programmes + (programmeOf[line] as number), amount)
      }
    }
  }
  return sums
}

function cut(column: ExactColumn, row: number, width: number): Money[] {
  return Array.from({ length: width }, (_, at) => column.get(row * width + at))
}
