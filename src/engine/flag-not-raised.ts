import type { FlagTarget } from '../contract/methods.ts'
import { WorkbenchError } from '../core/error.ts'
import type { SubjectKind } from '../core/rules/rule-code.ts'
import type { WorkbookSession } from './session.ts'

/** Says that a subject has no such flag as the plan stands, and which it has: by rule, and year where one is judged. */
export function flagNotRaised(session: WorkbookSession, of: FlagTarget): WorkbenchError {
  const { flags } = session
  const [kind, id] = of.subject.split(':') as [SubjectKind, string]
  const { subjects } = flags.marked
  const subject = subjects.codeAt(kind, subjects.slotOf(kind, Number(id)))
  const raised = flags.of(of.subject).map(({ code, year }) => [code, year ?? []].flat().join(' '))
  return new WorkbenchError('flag-not-raised', {
    rule: of.code,
    year: of.year ?? '',
    subject,
    flags: raised.length > 0 ? [...new Set(raised)] : '–',
  })
}
