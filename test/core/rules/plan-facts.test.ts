import fc from 'fast-check'
import { expect, test } from 'vitest'
import { failedCondition, foldName } from '../../../src/core/eligibility.ts'
import { isYearWithin, yearsOf } from '../../../src/core/fiscal-year.ts'
import type { FundingLine } from '../../../src/core/funding-line.ts'
import { type PlanChange, invertChanges } from '../../../src/core/plan-change.ts'
import type { Plan } from '../../../src/core/plan.ts'
import { PlanIndex } from '../../../src/core/plan-index.ts'
import type { Project } from '../../../src/core/project.ts'
import { PlanFacts } from '../../../src/core/rules/plan-facts.ts'
import { plans } from '../../builders/arbitraries.ts'
import { edits } from '../../builders/arbitrary-edits.ts'
import { buildPlan } from '../../builders/plan-builder.ts'

/** Every fact counted off the plan's own entries, without an index. */
class Recount {
  readonly projects: readonly Project[]
  private readonly lines: readonly FundingLine[]

  constructor(private readonly plan: Plan) {
    this.projects = [...plan.projects.values()]
    this.lines = [...plan.lines.values()]
  }

  facts() {
    return this.projects.map((project) => ({
      years: yearsOf(this.plan.settings).map((year) => ({
        othersOwing: this.othersOf(project).filter((other) => this.owed(other, year) > 0n).length,
        owed: this.owed(project, year),
        ahead: this.lines.map((line) => this.isAhead(project, line, year)),
      })),
      isBeyondReach: this.missing(project) > this.free(project),
      free: this.free(project),
    }))
  }

  unfundedTasks() {
    return [...this.plan.tasks.values()].map(({ code, name }) => {
      const mine = this.projects.filter(({ task }) =>
        [code, name].map(foldName).includes(foldName(task)),
      )
      return mine.every((of) => yearsOf(this.plan.settings).every((y) => this.given(of, y) === 0n))
    })
  }

  private othersOf(project: Project) {
    return this.projects.filter(
      (other) => other !== project && foldName(other.sector) === foldName(project.sector),
    )
  }

  private sum(of: (cell: { project: number; line: number; year: number }) => boolean): bigint {
    let sum = 0n
    for (const cell of this.plan.allocations) if (of(cell)) sum += cell.amount
    return sum
  }

  private given({ id }: Project, year: number): bigint {
    return this.sum((cell) => cell.project === id && cell.year === year)
  }

  private owed({ id, arrears }: Project, year: number): bigint {
    const covered = this.sum((cell) => cell.project === id && cell.year <= year)
    return covered < arrears ? arrears - covered : 0n
  }

  private missing({ id, totalInvestment, fundedBefore }: Project): bigint {
    return totalInvestment - fundedBefore - this.sum((cell) => cell.project === id)
  }

  private canPay(line: FundingLine, project: Project): boolean {
    return failedCondition(line, project) === null && line.capitalType === project.capitalType
  }

  private free(project: Project): bigint {
    let free = 0n
    for (const line of this.lines) {
      if (!this.canPay(line, project)) continue
      for (const [year, { ceiling, reserve }] of line.years) {
        if (!isYearWithin(year, this.plan.settings) || year > (line.validUntil ?? 9999)) continue
        const drawn = this.sum((cell) => cell.line === line.id && cell.year === year)
        const left = ceiling - reserve - drawn
        if (left > 0n) free += left
      }
    }
    return free
  }

  private isAhead(project: Project, line: FundingLine, year: number): boolean {
    return this.othersOf(project).some(
      (other) =>
        this.tier(other) < this.tier(project) &&
        this.canPay(line, other) &&
        this.given(other, year) < (other.needs.get(year) ?? 0n),
    )
  }

  private tier({ stage }: Project): number {
    const { tiers } = this.plan.settings.policy
    return tiers.find((tier) => tier.stage === stage)?.tier ?? 7
  }
}

/** The same facts as they are kept current. */
function readFacts(facts: PlanFacts) {
  const { projects, lines } = facts.index
  return projects.entries.map((_, project) => ({
    years: facts.offsets.map((offset) => ({
      othersOwing: facts.arrears.othersOwing(project, offset),
      owed: facts.arrears.owedBy(project, offset),
      ahead: lines.entries.map((__, line) => facts.priority.isAhead(project, line, offset)),
    })),
    free: facts.free.freeFor(project),
  }))
}

function expectRecounted(facts: PlanFacts, plan: Plan) {
  const recount = new Recount(plan)
  const counted = recount.facts()
  expect(readFacts(facts)).toEqual(counted.map(({ isBeyondReach: _isBeyond, ...of }) => of))
  facts.index.projects.entries.forEach(({ stage }, project) => {
    if (stage !== 'new-start') return
    expect(facts.free.isBeyondReach(project)).toBe(counted[project]?.isBeyondReach)
  })
  expect(facts.tasks.ids.map((_, task) => facts.tasks.isUnfunded(task))).toEqual(
    recount.unfundedTasks(),
  )
}

test('facts kept current through any edits, undone in between, are those of a recount', () => {
  const steps = fc.array(fc.tuple(edits, fc.nat(9)), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(plans, steps, (plan, makers) => {
      const index = new PlanIndex(plan)
      let facts = new PlanFacts(index)
      expectRecounted(facts, plan)
      const done: (readonly PlanChange[])[] = []
      for (const [make, chance] of makers) {
        const last = chance < 3 ? done.pop() : undefined
        const changes = last ? invertChanges(last) : make(plan)
        if (!changes) continue
        const { isStructural, cells } = index.apply(changes)
        if (isStructural) facts = new PlanFacts(index)
        else for (const cell of cells) facts.follow(cell)
        if (!last) done.push(changes)
        expectRecounted(facts, plan)
      }
    }),
    { numRuns: 150 },
  )
})

test('the middle total investment leaves out projects that state none', () => {
  const median = (...totals: readonly number[]) => {
    const builder = buildPlan()
    totals.forEach((totalInvestment, i) => builder.project(`700000${i}`, { totalInvestment }))
    return new PlanFacts(new PlanIndex(builder.plan)).medianInvestment
  }
  expect(median()).toBe(0)
  expect(median(0, 0)).toBe(0)
  expect(median(0, 30, 0, 10, 200)).toBe(30)
  expect(median(10, 20)).toBe(20)
})

test('the years of the plan are judged, not those its figures reach beyond it', () => {
  const { plan } = buildPlan()
    .line('NST', { ceiling: { 2024: 1, 2030: 1 } })
    .project('7000001')
  const facts = new PlanFacts(new PlanIndex(plan))
  expect(facts.offsets.map((offset) => facts.yearAt(offset))).toEqual([2026, 2027, 2028])
})
