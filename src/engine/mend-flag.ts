import type { EntryResult } from '../contract/entry-edit.ts'
import type { FlagTarget } from '../contract/methods.ts'
import { WorkbenchError } from '../core/error.ts'
import { FIELD_KEYS, type Fix, fixAmount, fixChanges, isAmountFix } from '../core/fixes/fix.ts'
import { fixesOf } from '../core/fixes/fixes-of.ts'
import { editEntry } from './edit-entry.ts'
import { flagsAt } from './flags-at.ts'
import type { WorkbookSession } from './session.ts'

/** How a person fills in a field that a flag says is missing. */
interface FilledField {
  readonly key: string
  readonly value: string
}

/** What can be done about the flags of one rule on one subject, as the plan stands. */
export function findFixes(session: WorkbookSession, target: FlagTarget): Fix[] {
  return flagsAt(session, target).flatMap((flag) => fixesOf(session.index, flag))
}

/**
 * Carries out a fix of amounts as one act, exactly as it was shown at a revision.
 * @throws `change-conflict` where the plan has moved on since, or no such fix is possible
 */
export function mendFlag(
  session: WorkbookSession,
  target: FlagTarget,
  shown: { readonly key: string; readonly revision: number },
): number {
  const fix = findFixes(session, target)
    .filter(isAmountFix)
    .find(({ key }) => key === shown.key)
  const [flag] = flagsAt(session, target)
  if (!fix || !flag || session.revision !== shown.revision) {
    throw new WorkbenchError('change-conflict', { key: shown.key })
  }
  const detail = {
    rule: target.code,
    subject: flag.subject.code,
    year: target.year ?? '',
    fix: fix.kind,
    amount: fixAmount(fix),
  }
  return session.edit({ kind: 'fix', detail }, fixChanges(session.plan, fix))
}

/**
 * Fills in a field a flag says is missing, as one act, amounts in whole đồng; a value the field refuses writes nothing.
 * @throws `change-conflict` where no such fix is possible
 */
export function fillField(
  session: WorkbookSession,
  target: FlagTarget,
  { key, value }: FilledField,
): EntryResult {
  const fix = findFixes(session, target).find((of) => of.key === key)
  if (fix?.kind !== 'set-field') throw new WorkbenchError('change-conflict', { key })
  const fields = { [FIELD_KEYS[fix.field]]: value }
  const place = { kind: 'project', id: fix.project } as const
  return editEntry(session, { ...place, fields, unit: 'dong', language: 'vi', isDryRun: false })
}
