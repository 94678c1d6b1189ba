import type { Rule } from './rule.ts'

/** One code belongs to one project, however it is punctuated. */
export const projectCodeDuplicate: Rule = {
  code: 'project-code-duplicate',
  subject: 'project',
  severity: 'error',
  trust: 'C',
  source: 'TT 185/2015/TT-BTC, Điều 4 khoản 4',
  check(index, id) {
    const code = index.plan.projects.get(id)?.code ?? ''
    const uses = index.usesOfCode(code)
    return uses > 1 ? [{ year: null, detail: { code, uses } }] : []
  },
}
