import type { Rule } from './rule.ts'

/** One code belongs to one project, however it is punctuated. */
export const projectCodeDuplicate: Rule = {
  code: 'project-code-duplicate',
  subject: 'project',
  isYearly: false,
  reads: 'fields',
  severity: 'error',
  trust: 'C',
  source: 'TT 185/2015/TT-BTC, Điều 4 khoản 4',
  count: ({ index }, slot) => Number(index.usesOfCode(slot) > 1),
  describe({ index }, slot) {
    const code = index.projects.entries[slot]?.code ?? ''
    const uses = index.usesOfCode(slot)
    return [{ detail: { code, uses }, gauge: BigInt(uses) }]
  },
  cellsBehind: () => [],
}
