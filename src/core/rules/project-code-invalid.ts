import { isProjectCode } from '../project-code.ts'
import type { Rule } from './rule.ts'

/** A project code is 7 digits and starts with 7 or 8. */
export const projectCodeInvalid: Rule = {
  code: 'project-code-invalid',
  subject: 'project',
  isYearly: false,
  reads: 'fields',
  severity: 'warning',
  trust: 'C',
  source: 'TT 185/2015/TT-BTC, Điều 5 khoản 3',
  count: ({ index: { projects } }, slot) =>
    Number(!isProjectCode(projects.entries[slot]?.code ?? '')),
  describe: ({ index: { projects } }, slot) => [
    { detail: { code: projects.entries[slot]?.code ?? '' }, gauge: 1n },
  ],
  cellsBehind: () => [],
}
