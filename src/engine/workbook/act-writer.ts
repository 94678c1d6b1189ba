import { userInfo } from 'node:os'
import type { Database } from 'better-sqlite3'
import type { ChangeLog, LogDraft } from './change-log.ts'
import { PlanWriter } from './plan-writer.ts'

/** What is done, by whoever is at the computer. */
export type Act = Omit<LogDraft, 'author'>

/** Writes an act to the tables and the log, all or nothing, and gives its number. */
export function actWriter(db: Database, log: ChangeLog): (act: Act) => number {
  const writer = new PlanWriter(db)
  const author = userInfo().username
  return db.transaction((act: Act) => {
    for (const change of act.changes) writer.write(change)
    return log.append({ ...act, author })
  }).immediate
}
