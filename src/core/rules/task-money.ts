import { foldName } from '../eligibility.ts'
import type { PlanIndex } from '../plan-index.ts'
import type { Task } from '../task.ts'
import { hasPeriodMoney } from './period-money.ts'

const NO_TASK = -1

/** Which of the plan's tasks have a project with money in the period. A project names its task by code or name. */
export class TaskMoney {
  readonly entries: readonly Task[]
  readonly ids: readonly number[]
  /** The task slot of each project slot, or -1. */
  readonly taskOf: Int32Array
  private readonly paid: Uint8Array
  private readonly paidProjects: Int32Array

  constructor(private readonly index: PlanIndex) {
    this.entries = [...index.plan.tasks.values()]
    this.ids = this.entries.map(({ id }) => id)
    const slots = new Map<string, number>()
    // A code goes before a name that reads the same.
    this.entries.forEach(({ name }, slot) => slots.set(foldName(name), slot))
    this.entries.forEach(({ code }, slot) => slots.set(foldName(code), slot))
    // Who names no task has none, even where a task has no name.
    slots.delete('')
    const { entries, count } = index.projects
    this.taskOf = new Int32Array(count).fill(NO_TASK)
    this.paid = new Uint8Array(count)
    this.paidProjects = new Int32Array(this.entries.length)
    if (slots.size === 0) return
    entries.forEach(({ task }, project) => {
      this.taskOf[project] = slots.get(foldName(task)) ?? NO_TASK
      this.follow(project)
    })
  }

  /** Whether no project of a task slot has money in the period. */
  isUnfunded(task: number): boolean {
    return this.paidProjects[task] === 0
  }

  /** Follows money given to a project slot. */
  follow(project: number): void {
    const task = this.taskOf[project] as number
    if (task === NO_TASK) return
    const isPaid = Number(hasPeriodMoney(this.index, project))
    this.paidProjects[task] =
      (this.paidProjects[task] as number) + isPaid - (this.paid[project] as number)
    this.paid[project] = isPaid
  }
}
