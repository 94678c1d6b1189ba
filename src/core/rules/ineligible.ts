import { failedCondition } from '../eligibility.ts'
import { type CellTest, countPaid, describePaid } from './paid-findings.ts'
import type { Rule } from './rule.ts'

const isExcluded: CellTest = ({ eligible }, project, line) => !eligible.meets(project, line)

/** A line may pay only projects that meet the conditions of its legal basis. */
export const ineligible: Rule = {
  code: 'ineligible',
  subject: 'project',
  isYearly: true,
  reads: 'cells',
  needsMoney: true,
  severity: 'error',
  trust: 'D',
  source: 'Căn cứ pháp lý của từng nguồn vốn',
  count: (facts, slot, offset) => countPaid(facts, slot, offset, isExcluded),
  describe: (facts, project, offset) =>
    describePaid(facts, { project, offset }, isExcluded, (line, of) => ({
      detail: { condition: failedCondition(line, of) ?? '' },
    })),
}
