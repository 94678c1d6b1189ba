import { userInfo } from 'node:os'
import { dirname } from 'node:path'
import type { Database } from 'better-sqlite3'
import { WorkbenchError } from '../../core/error.ts'
import type { ChangeLog, LogDraft } from './change-log.ts'
import { isDiskTrouble } from './disk-trouble.ts'
import { PlanWriter } from './plan-writer.ts'

/** What is done, by whoever is at the computer. */
export type Act = Omit<LogDraft, 'author'>

/** Writes an act to the tables and the log, all or nothing, and gives its number. @throws `edit-not-kept` */
export function actWriter(db: Database, log: ChangeLog): (act: Act) => number {
  const writer = new PlanWriter(db)
  const author = userInfo().username
  const commit = db.transaction((act: Act) => {
    for (const change of act.changes) writer.write(change)
    return log.append({ ...act, author })
  }).immediate
  return (act) => {
    try {
      return commit(act)
    } catch (cause) {
      if (!isDiskTrouble(cause)) throw cause
      const detail = { folder: dirname(db.name), reason: cause.message }
      throw new WorkbenchError('edit-not-kept', detail, { cause })
    }
  }
}
