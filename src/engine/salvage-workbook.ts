import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { basename, join } from 'node:path'
import type { Plan } from '../core/plan.ts'
import { planAsChanges } from './plan-as-changes.ts'
import { WorkbookSession } from './session.ts'
import { askIntake } from './workbook/intake-process.ts'
import { readPlanAt } from './workbook/plan-store.ts'
import { WorkbookFile } from './workbook/workbook-file.ts'

/** Makes a new workbook, marked as such in its title and its log, of the rows of a damaged file that can be read. */
export function salvageWorkbook(path: string): { file: WorkbookFile; rows: number } {
  const folder = mkdtempSync(join(tmpdir(), 'longghep-salvage-'))
  try {
    const target = join(folder, 'salvaged.db')
    const { rows } = askIntake('salvage', path, target)
    return { file: makeWorkbook(readPlanAt(target), basename(path), rows), rows }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function makeWorkbook(plan: Plan, name: string, rows: number): WorkbookFile {
  const title = `${plan.settings.title} (cứu từ tệp hỏng)`.trim()
  const file = WorkbookFile.create({ ...plan.settings, title }, new Date(), userInfo().username)
  const summary = { kind: 'salvaged' as const, detail: { name, rows } }
  new WorkbookSession(file).edit(summary, planAsChanges(plan))
  return file
}
