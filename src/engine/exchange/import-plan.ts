import {
  type ImportResult,
  MOST_ENTRIES,
  type Problem,
  TABLE_KINDS,
  type TableKind,
  type TableReading,
} from '../../contract/tables.ts'
import type { Plan } from '../../core/plan.ts'
import type { PlanChange } from '../../core/plan-change.ts'
import { type Steps, partOf, runSteps } from '../steps.ts'
import { checkSums } from './check-sums.ts'
import { importAllocations } from './import-allocations.ts'
import { describeEntry, takeChanges } from './import-diff.ts'
import { ImportDraft } from './import-draft.ts'
import { importHolds } from './import-holds.ts'
import { importLines } from './import-lines.ts'
import { importPolicy } from './import-policy.ts'
import { importProgrammes } from './import-programmes.ts'
import { importProjects } from './import-projects.ts'
import type { ImportOptions, ImportTable } from './import-table.ts'
import { importSettings } from './import-settings.ts'
import { importTasks } from './import-tasks.ts'
import { importWaivers } from './import-waivers.ts'
import { joinSettings } from './join-settings.ts'
import { openTable } from './open-table.ts'
import type { TableReader } from './table-reader.ts'

export type { ImportOptions, ImportTable } from './import-table.ts'

/** The tables of one import by kind; projects and allocations may stand on several sheets. */
export type ImportTables = Readonly<
  Partial<Record<TableKind, ImportTable | readonly ImportTable[]>>
>

/** What an import would do to the plan: no changes at all when any problem is an error. */
export interface PlannedImport {
  readonly changes: readonly PlanChange[]
  readonly result: ImportResult
}

const IMPORTERS: Readonly<
  Record<TableKind, (draft: ImportDraft, reader: TableReader) => Steps<void>>
> = {
  plan: importSettings,
  programmes: importProgrammes,
  lines: importLines,
  tasks: importTasks,
  projects: importProjects,
  allocations: importAllocations,
  holds: importHolds,
  waivers: importWaivers,
  policy: importPolicy,
}

/** Plans the import of tables into a plan without touching it; a table may name what an earlier one adds. */
export function planImport(
  plan: Plan,
  tables: ImportTables,
  options: ImportOptions,
): PlannedImport {
  return runSteps(planImportSteps(plan, tables, options))
}

/** The same, row by row. */
export function* planImportSteps(
  plan: Plan,
  tables: ImportTables,
  options: ImportOptions,
): Steps<PlannedImport> {
  const draft = new ImportDraft(plan)
  const tablesRead: TableReading[] = []
  const all = TABLE_KINDS.flatMap((kind) =>
    [tables[kind] ?? []].flat().map((table) => ({ kind, table })),
  )
  for (const [at, { kind, table }] of all.entries()) {
    const opened = openTable(kind, table, options, draft)
    reportEmpty(opened.reader, all.length)
    yield* partOf(IMPORTERS[kind](draft, opened.reader), at, all.length)
    checkSums(opened.reader, opened.sums)
    tablesRead.push(opened.describe())
  }
  draft.totals.report()
  return settle(plan, draft, tablesRead, new Set(options.leave))
}

/** A plan without tasks or waivers has empty tables; a lone table without a row is a slip. */
function reportEmpty(reader: TableReader, tables: number): void {
  if (reader.rows.length > 0) return
  const severity = tables === 1 ? 'error' : 'info'
  reader.report(null, '', { code: 'table-empty', severity, value: '' })
}

function settle(
  plan: Plan,
  draft: ImportDraft,
  tables: readonly TableReading[],
  leave: ReadonlySet<string>,
): PlannedImport {
  const { hasErrors } = draft.problems
  const problems = withoutTaken(draft.problems.problems, tables)
  const common = { problems, tables, missing: findMissing(draft, tables) }
  if (hasErrors) {
    return { changes: [], result: { added: 0, updated: 0, unchanged: 0, entries: [], ...common } }
  }
  const changes = takeChanges(plan, draft.changes, draft, leave)
  const added = changes.filter(({ before }) => before === null).length
  return {
    changes: joinSettings(plan.settings, changes),
    result: {
      added,
      updated: changes.length - added,
      unchanged: draft.unchanged + draft.changes.length - changes.length,
      entries: draft.changes.slice(0, MOST_ENTRIES).map((change) => describeEntry(change, draft)),
      ...common,
    },
  }
}

/** A column the projects of a sheet have no place for is not left out where its allocations take it. */
function withoutTaken(
  problems: readonly Problem[],
  tables: readonly TableReading[],
): readonly Problem[] {
  const taken = new Set(
    tables.flatMap(({ file, sheet, columns }) =>
      columns.flatMap(({ letter, key }) => (key === null ? [] : [`${file}|${sheet}|${letter}`])),
    ),
  )
  const isTaken = ({ file, sheet, column }: Problem) =>
    taken.has(`${file}|${sheet}|${column.split(' ')[0]}`)
  return problems.filter((problem) => problem.code !== 'column-not-taken' || !isTaken(problem))
}

/** Entries of the kinds a table lists that no row of it named. */
function findMissing(draft: ImportDraft, tables: readonly TableReading[]): string[] {
  const kinds = new Set(tables.map(({ kind }) => kind))
  const entries = [
    ...(kinds.has('programmes') ? draft.programmes.untouched('programme') : []),
    ...(kinds.has('lines') ? draft.lines.untouched('line') : []),
    ...(kinds.has('tasks') ? draft.tasks.untouched('task') : []),
    ...(kinds.has('projects') ? draft.projects.untouched('project') : []),
  ]
  return entries.slice(0, MOST_ENTRIES)
}
