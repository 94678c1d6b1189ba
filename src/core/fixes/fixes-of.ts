import type { PlanIndex } from '../plan-index.ts'
import type { Flag } from '../rules/rule.ts'
import type { Fix, MissingField } from './fix.ts'
import { fundShortfall } from './fund-shortfall.ts'
import { mergeFragment } from './merge-fragment.ts'
import { reduceToCeiling } from './reduce-to-ceiling.ts'

/** What can be done about a flag without a judgement only a person can make; nothing is changed yet. */
export function fixesOf(index: PlanIndex, flag: Flag): Fix[] {
  const { code, subject, year } = flag
  const project = index.plan.projects.get(subject.id)
  const line = index.plan.lines.get(subject.id)
  switch (code) {
    case 'underfunded':
      return listed(project && year !== null ? fundShortfall(index, project, year) : null)
    case 'ceiling-exceeded':
      return listed(line && year !== null ? reduceToCeiling(index, line, year) : null)
    case 'fragmented-share':
      return (flag.cells ?? []).flatMap((cell) => listed(mergeFragment(index, cell)))
    case 'decision-missing':
      return fieldFixes(
        subject.id,
        (['decision', 'decisionDate'] as const).filter((field) => !project?.[field]),
      )
    case 'deadline-missing':
      return fieldFixes(subject.id, ['endYear'])
    case 'allocation-overdue':
      return fieldFixes(subject.id, ['exception'])
    case 'project-code-invalid':
    case 'project-code-duplicate':
      return fieldFixes(subject.id, ['code'])
    case 'contribution-ratio-undeclared':
      return fieldFixes(subject.id, ['ratios'])
    default:
      return []
  }
}

function listed(fix: Fix | null): Fix[] {
  return fix ? [fix] : []
}

function fieldFixes(project: number, fields: readonly MissingField[]): Fix[] {
  return fields.map((field) => ({ kind: 'set-field', key: `set-field:${field}`, project, field }))
}
