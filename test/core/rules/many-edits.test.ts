import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Plan } from '../../../src/core/plan.ts'
import { type PlanChange, invertChanges } from '../../../src/core/plan-change.ts'
import { PlanIndex } from '../../../src/core/plan-index.ts'
import { checkPlan } from '../../../src/core/rules/check-plan.ts'
import { CurrentFlags } from '../../../src/core/rules/current-flags.ts'
import { plans } from '../../builders/arbitraries.ts'
import { type EditMaker, edits } from '../../builders/arbitrary-edits.ts'
import { copyPlan } from '../../builders/plan-builder.ts'

const [PLANS, EDITS, STRETCH] = [40, 250, 25]

/** An edit, or now and then the last one undone, or the last undone one redone. */
class Editor {
  private readonly done: (readonly PlanChange[])[] = []
  private readonly undone: (readonly PlanChange[])[] = []

  constructor(private readonly plan: Plan) {}

  next(make: EditMaker, chance: number): readonly PlanChange[] | null {
    const last = chance < 2 ? this.done.pop() : undefined
    if (last) {
      this.undone.push(last)
      return invertChanges(last)
    }
    const again = chance < 4 ? this.undone.pop() : undefined
    const changes = again ?? make(this.plan)
    if (!changes) return null
    if (!again) this.undone.length = 0
    this.done.push(changes)
    return changes
  }
}

test('ten thousand edits, undone and redone among them, leave every total and flag as a recount finds them', () => {
  const makers = fc.sample(fc.tuple(edits, fc.nat(9)), { numRuns: PLANS * EDITS, seed: 33 })
  let carriedOut = 0
  for (const plan of fc.sample(plans, { numRuns: PLANS, seed: 34 })) {
    const [index, editor] = [new PlanIndex(plan), new Editor(plan)]
    const flags = new CurrentFlags(index)
    for (let stretch = 0; stretch < EDITS / STRETCH; stretch += 1) {
      for (const [make, chance] of makers.splice(0, STRETCH)) {
        const changes = editor.next(make, chance)
        if (!changes) continue
        flags.follow(index.apply(changes))
        carriedOut += 1
      }
      const fresh = new PlanIndex(copyPlan(plan))
      expect(flags.list()).toEqual(checkPlan(fresh))
      expect(index.totals()).toEqual(fresh.totals())
      expect(index.projects.given.limbs()).toEqual(fresh.projects.given.limbs())
      expect(index.lines.drawn.limbs()).toEqual(fresh.lines.drawn.limbs())
    }
  }
  expect(carriedOut).toBeGreaterThan(9_000)
})
