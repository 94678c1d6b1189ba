import type { FlagTarget } from '../contract/methods.ts'
import { WorkbenchError } from '../core/error.ts'
import { gaugeOf } from '../core/rules/current-flags.ts'
import { type WaiverTarget, waiverKey } from '../core/waiver.ts'
import { flagNotRaised } from './flag-not-raised.ts'
import { flagsAt } from './flags-at.ts'
import type { WorkbookSession } from './session.ts'

/**
 * Accepts the flags of one rule on a subject and year, with reason and person, for as long as they get no worse.
 * @throws `flag-not-raised` `waiver-reason-missing`
 */
export function waiveFlag(
  session: WorkbookSession,
  of: FlagTarget,
  author: { readonly reason: string; readonly by: string },
): number {
  const flags = flagsAt(session, of)
  const [reason, by] = [author.reason.trim(), author.by.trim()]
  if (reason === '' || by === '') throw new WorkbenchError('waiver-reason-missing')
  const [flag] = flags
  if (!flag) throw flagNotRaised(session, of)
  const target = targetOf(of)
  const at = session.currentTime().toISOString()
  const after = { ...target, reason, by, at, gauge: gaugeOf(flags) }
  const before = session.plan.waivers.get(waiverKey(target)) ?? null
  const detail = { rule: of.code, subject: flag.subject.code, year: of.year ?? '', reason, by }
  return session.edit({ kind: 'waived', detail }, [{ kind: 'waiver-set', target, before, after }])
}

/** Takes the acceptance of flags back. @throws `waiver-unknown` */
export function unwaiveFlag(session: WorkbookSession, of: FlagTarget): number {
  const target = targetOf(of)
  const before = session.plan.waivers.get(waiverKey(target))
  if (!before) throw new WorkbenchError('waiver-unknown', { rule: of.code, year: of.year ?? '' })
  const subject = flagsAt(session, of)[0]?.subject.code ?? ''
  const detail = { rule: of.code, subject, year: of.year ?? '' }
  return session.edit({ kind: 'unwaived', detail }, [
    { kind: 'waiver-set', target, before, after: null },
  ])
}

function targetOf({ subject, code, year }: FlagTarget): WaiverTarget {
  const [kind, id] = subject.split(':') as [WaiverTarget['subject'], string]
  return { rule: code, subject: kind, id: Number(id), year }
}
