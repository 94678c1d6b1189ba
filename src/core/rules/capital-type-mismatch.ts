import { type CellTest, countPaid, describePaid } from './paid-findings.ts'
import type { Rule } from './rule.ts'

const isMismatched: CellTest = ({ index: { lines, projects } }, project, line) =>
  lines.isRecurrent[line] !== projects.isRecurrent[project]

/** Recurrent money pays recurrent work and development money development projects. */
export const capitalTypeMismatch: Rule = {
  code: 'capital-type-mismatch',
  subject: 'project',
  isYearly: true,
  reads: 'cells',
  needsMoney: true,
  severity: 'error',
  trust: 'C',
  source: 'TT 60/2026/TT-BTC, Điều 1 khoản 1 điểm d',
  count: (facts, slot, offset) => countPaid(facts, slot, offset, isMismatched),
  describe: (facts, project, offset) =>
    describePaid(facts, { project, offset }, isMismatched, (line, of) => ({
      detail: { lineCapital: line.capitalType, projectCapital: of.capitalType },
    })),
}
