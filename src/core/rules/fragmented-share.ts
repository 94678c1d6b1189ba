import { percentText } from '../percent-text.ts'
import { compareProducts } from '../ratio.ts'
import { shareText } from '../share-text.ts'
import { type CellTest, countPaid, describePaid } from './paid-findings.ts'
import type { Rule } from './rule.ts'

const isFragment: CellTest = (
  { index: { projects }, policy, minShare },
  project,
  _line,
  offset,
  amount,
) => {
  if (amount < minShare) return true
  const given = projects.given.near(project * projects.span.count + offset)
  return compareProducts(amount, 10_000, given, policy.minSharePart) < 0
}

/** What a line gives a project in a year should be worth the paperwork. */
export const fragmentedShare: Rule = {
  code: 'fragmented-share',
  subject: 'project',
  isYearly: true,
  reads: 'amounts',
  needsMoney: true,
  severity: 'info',
  trust: 'D',
  source: 'Mặc định của phần mềm; bình quân đã công bố 369–897 triệu đồng/dự án',
  count: (facts, slot, offset) => countPaid(facts, slot, offset, isFragment),
  describe(facts, project, offset) {
    const { projects } = facts.index
    const { minShare: least, minSharePart } = facts.policy
    const leastShare = percentText(minSharePart)
    const given = projects.given.get(project * projects.span.count + offset)
    return describePaid(facts, { project, offset }, isFragment, (_line, _of, amount) => ({
      detail: { share: shareText(amount, given, minSharePart), least, leastShare },
      // A smaller share is no worse a fragment than a larger one: more of them are.
      gauge: 1n,
    }))
  },
}
