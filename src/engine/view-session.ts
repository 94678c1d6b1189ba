import { basename } from 'node:path'
import type { PlanFlags, PlanStand, PlanView } from '../contract/plan-view.ts'
import { viewFlags, viewPlan } from './plan-views.ts'
import type { WorkbookSession } from './session.ts'

/** Which plan a session has and how far it is. */
export function tellStand(session: WorkbookSession): PlanStand {
  const { file, revision } = session
  return { workbook: basename(file.folder), revision, file: session.fileState() }
}

/** A session's whole plan as a window shows it, but its flags. */
export function viewSession(session: WorkbookSession): PlanView {
  return viewPlan(session.index, tellStand(session))
}

/** Where the flags of a session's plan stand. */
export function viewSessionFlags({ index, flags, revision }: WorkbookSession): PlanFlags {
  return { revision, ...viewFlags(index, flags) }
}
