import type { FlagTarget } from '../contract/methods.ts'
import { WorkbenchError } from '../core/error.ts'
import { type Plan, findLine, findProject } from '../core/plan.ts'
import { RULES } from '../core/rules/catalogue.ts'
import type { SubjectKey } from '../core/rules/marked-rules.ts'
import { RULE_CODES, type SubjectKind } from '../core/rules/rule-code.ts'
import { parseChoice, parsePlanYear } from './parsing.ts'

/**
 * Reads which flags a command is about: a rule, its subject's code, and the year where it judges by year.
 * @throws `usage` `year-outside-plan` `project-unknown` `project-code-ambiguous` `line-unknown`
 */
export function parseFlagTarget(
  plan: Plan,
  rule: string,
  subject: string,
  year: string | undefined,
): FlagTarget {
  const code = parseChoice(RULE_CODES, rule)
  const of = RULES.find((candidate) => candidate.code === code)
  const inYear = parsePlanYear(year, plan.settings)
  if ((of?.isYearly ?? false) !== (inYear !== null)) {
    const expected = of?.isYearly ? `${code} ${subject} <year>` : `${code} ${subject}`
    throw new WorkbenchError('usage', { message: [rule, subject, year].join(' ').trim(), expected })
  }
  return { subject: findSubject(plan, of?.subject ?? 'plan', subject), code, year: inYear }
}

function findSubject(plan: Plan, kind: SubjectKind, code: string): SubjectKey {
  switch (kind) {
    case 'project':
      return `project:${findProject(plan, code).id}`
    case 'line':
      return `line:${findLine(plan, code).id}`
    case 'task': {
      const tasks = [...plan.tasks.values()]
      const expected = tasks.map((task) => task.code).join(' | ')
      const found = tasks.find((task) => task.code === code)
      if (!found) throw new WorkbenchError('usage', { message: code, expected })
      return `task:${found.id}`
    }
    case 'plan':
      return 'plan:0'
  }
}
