import { money } from '../../src/core/money.ts'
import { allocationChange } from '../../src/core/plan-change.ts'
import { PlanIndex } from '../../src/core/plan-index.ts'
import type { Affected } from '../../src/core/rules/affected.ts'
import { PlanFacts } from '../../src/core/rules/plan-facts.ts'
import type { PlanBuilder } from './plan-builder.ts'

/** The facts of a built plan that follow edits, which are given by code. */
export class LivingFacts {
  readonly index: PlanIndex
  readonly facts: PlanFacts

  constructor(private readonly builder: PlanBuilder) {
    this.index = new PlanIndex(builder.plan)
    this.facts = new PlanFacts(this.index)
  }

  /** Gives money and names, as `code year`, the other projects the facts say it may have changed. */
  give(project: string, line: string, year: number, amount: number): string[] {
    const cell = this.builder.cell(project, line, year)
    this.index.apply([allocationChange(this.builder.plan, cell, money(amount))])
    return this.facts.follow(cell).map((of) => this.nameOf(of))
  }

  private nameOf({ project, offset }: Affected): string {
    const { code = '' } = this.index.projects.entries[project] ?? {}
    return offset === null ? code : `${code} ${this.facts.yearAt(offset)}`
  }
}
