import type { PlanIndex } from '../plan-index.ts'
import type { PlanFacts } from './plan-facts.ts'
import { type SubjectKind } from './rule-code.ts'

const THE_PLAN: readonly number[] = [0]

/** What flags can be about: each kind's subjects by slot, with their ids and codes. */
export class FlagSubjects {
  private readonly orders: Partial<Record<SubjectKind, readonly number[]>> = {}

  constructor(
    private readonly index: PlanIndex,
    private readonly facts: PlanFacts,
  ) {}

  /** The ids of a kind's subjects, by slot; the plan itself has id 0. */
  idsOf(kind: SubjectKind): readonly number[] {
    switch (kind) {
      case 'line':
        return this.index.lines.ids
      case 'project':
        return this.index.projects.ids
      case 'task':
        return this.facts.tasks.ids
      case 'plan':
        return THE_PLAN
    }
  }

  /** The slot of a subject, or -1. */
  slotOf(kind: SubjectKind, id: number): number {
    if (kind === 'project') return this.index.projects.slotOf(id)
    return kind === 'line' ? this.index.lines.slotOf(id) : this.idsOf(kind).indexOf(id)
  }

  /** The code of the subject in a slot; none for the plan itself. */
  codeAt(kind: SubjectKind, slot: number): string {
    switch (kind) {
      case 'line':
        return this.index.lines.entries[slot]?.code ?? ''
      case 'project':
        return this.index.projects.entries[slot]?.code ?? ''
      case 'task':
        return this.facts.tasks.entries[slot]?.code ?? ''
      case 'plan':
        return ''
    }
  }

  /** The slots of a kind in the order of their codes, then ids. */
  byCode(kind: SubjectKind): readonly number[] {
    let order = this.orders[kind]
    if (!order) {
      const ids = this.idsOf(kind)
      const codes = ids.map((_, slot) => this.codeAt(kind, slot))
      order = [...ids.keys()].sort(
        (a, b) => compareText(codes[a] ?? '', codes[b] ?? '') || (ids[a] ?? 0) - (ids[b] ?? 0),
      )
      this.orders[kind] = order
    }
    return order
  }
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
