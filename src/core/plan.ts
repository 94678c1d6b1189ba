import type { Cell } from './allocation.ts'
import { AllocationTable } from './allocation-table.ts'
import { WorkbenchError } from './error.ts'
import type { FiscalYear } from './fiscal-year.ts'
import type { FundingLine } from './funding-line.ts'
import type { Hold } from './hold.ts'
import type { Money } from './money.ts'
import type { Policy } from './policy.ts'
import type { Programme } from './programme.ts'
import type { Project } from './project.ts'
import type { Task } from './task.ts'
import type { Waiver } from './waiver.ts'

/** Title, organisation, period, legal basis and policy of a plan. */
export interface PlanSettings {
  readonly title: string
  readonly organisation: string
  readonly from: FiscalYear
  readonly to: FiscalYear
  readonly basis: string
  readonly policy: Policy
}

/** One allocation plan in memory, keyed by row id; waivers by `waiverKey`, holds beyond cells with money by `holdKey`. */
export interface Plan {
  settings: PlanSettings
  readonly programmes: Map<number, Programme>
  readonly lines: Map<number, FundingLine>
  readonly projects: Map<number, Project>
  readonly tasks: Map<number, Task>
  readonly allocations: AllocationTable
  readonly waivers: Map<string, Waiver>
  readonly holds: Map<string, Hold>
}

/** A plan without programmes, lines or projects. */
export function createPlan(settings: PlanSettings): Plan {
  return {
    settings,
    programmes: new Map(),
    lines: new Map(),
    projects: new Map(),
    tasks: new Map(),
    allocations: new AllocationTable(),
    waivers: new Map(),
    holds: new Map(),
  }
}

/** The money in a cell, whole đồng; zero where nothing is allocated. */
export function amountAt(plan: Plan, cell: Cell): Money {
  return plan.allocations.amountAt(cell)
}

/** The top-level programme above a node, or null for an unknown node or a tree that loops. */
export function topProgramme(plan: Plan, id: number | null): Programme | null {
  const seen = new Set<number>()
  let node = id === null ? undefined : plan.programmes.get(id)
  while (node && node.parent !== null && !seen.has(node.id)) {
    seen.add(node.id)
    node = plan.programmes.get(node.parent)
  }
  return node && node.parent === null ? node : null
}

/** The code of the entry with this id; null for no entry. */
export function codeOf(
  entries: ReadonlyMap<number, { readonly code: string }>,
  id: number | null,
): string | null {
  return id === null ? null : (entries.get(id)?.code ?? null)
}

/** The line with this code. @throws `line-unknown` */
export function findLine(plan: Plan, code: string): FundingLine {
  for (const line of plan.lines.values()) if (line.code === code) return line
  throw new WorkbenchError('line-unknown', { code })
}

/** The only project with this code. @throws `project-unknown` `project-code-ambiguous` */
export function findProject(plan: Plan, code: string): Project {
  const found = [...plan.projects.values()].filter((project) => project.code === code)
  const [project] = found
  if (!project) throw new WorkbenchError('project-unknown', { code })
  if (found.length > 1) throw new WorkbenchError('project-code-ambiguous', { code })
  return project
}
