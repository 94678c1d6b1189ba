import type { PolicyAuthor, PolicyEntries } from '../core/policy-entry.ts'
import { enterPolicy, listPolicy } from '../core/policy-entry.ts'
import type { WorkbookSession } from './session.ts'

/**
 * Changes settings of the policy as one act.
 * @throws `policy-key-unknown` `policy-value-invalid` `policy-reason-missing` or an `amount-…` code
 */
export function setPolicy(
  session: WorkbookSession,
  entries: PolicyEntries,
  author: PolicyAuthor,
): number {
  const before = session.plan.settings
  const listed = listPolicy(session.plan)
  const after = { ...before, policy: enterPolicy(session.plan, entries, author) }
  const moved = Object.keys(entries).filter((key) => entries[key] !== listed[key])
  if (moved.length === 0) return session.revision
  const changed = moved.map((key) => `${key} = ${entries[key]}`).join('; ')
  return session.edit({ kind: 'policy-set', detail: { changed } }, [
    { kind: 'settings-set', before, after },
  ])
}
