import { type CellTest, countPaid, describePaid } from './paid-findings.ts'
import type { Rule } from './rule.ts'

const isExpired: CellTest = (facts, _project, line, offset) =>
  (facts.index.lines.validUntil[line] as number) < facts.yearAt(offset)

/** A line's money is not spent after the last year it is valid in. */
export const lineExpired: Rule = {
  code: 'line-expired',
  subject: 'project',
  isYearly: true,
  reads: 'cells',
  needsMoney: true,
  severity: 'error',
  trust: 'C',
  source: 'TT 60/2026/TT-BTC, Điều 21 khoản 1 (vốn các chương trình giai đoạn 2021–2025)',
  count: (facts, slot, offset) => countPaid(facts, slot, offset, isExpired),
  describe: (facts, project, offset) =>
    describePaid(facts, { project, offset }, isExpired, (line) => ({
      detail: { validUntil: line.validUntil ?? 0 },
    })),
}
