import type { PlanChange } from '../core/plan-change.ts'
import type { MovedSubjects } from '../core/rules/marked-rules.ts'
import type { SubjectKind } from '../core/rules/rule-code.ts'

/** Adds the subjects of waivers: one moves no amount, but it opens or closes flags of its subject. */
export function withWaivedSubjects(
  moved: MovedSubjects,
  changes: readonly PlanChange[],
): MovedSubjects {
  const waived = (kind: SubjectKind) =>
    changes.flatMap((change) =>
      change.kind === 'waiver-set' && change.target.subject === kind ? [change.target.id] : [],
    )
  return {
    projects: new Set([...moved.projects, ...waived('project')]),
    lines: new Set([...moved.lines, ...waived('line')]),
  }
}
