import {
  DummyDriver,
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type Compilable,
} from 'kysely'
import type { Database } from 'better-sqlite3'

interface PlanRow {
  id: bigint
  title: string
  organisation: string
  from_year: bigint
  to_year: bigint
  basis: string
  policy: string
}

interface ProgrammeRow {
  id: bigint
  code: string
  name: string
  kind: string
  parent_id: bigint | null
}

interface FundingLineRow {
  id: bigint
  code: string
  name: string
  programme_id: bigint | null
  source: string
  capital_type: string
  budget_codes: string
  valid_until: bigint | null
  sectors: string
  places: string
  groups: string
  border_only: bigint
  basis: string
  stages: string
  regions: string
}

interface LineYearRow {
  line_id: bigint
  year: bigint
  ceiling: bigint
  reserve: bigint
}

interface ProjectRow {
  id: bigint
  code: string
  name: string
  place: string
  is_border: bigint
  sector: string
  task: string
  project_group: string
  stage: string
  capital_type: string
  owner: string
  start_year: bigint | null
  end_year: bigint | null
  total_investment: bigint
  funded_before: bigint
  arrears: bigint
  advance: bigint
  decision: string
  decision_date: string
  exception: string
  region: string
}

interface ProjectNeedRow {
  project_id: bigint
  year: bigint
  need: bigint
}

interface ProjectRatioRow {
  project_id: bigint
  programme_id: bigint
  ratio: bigint
}

interface TaskRow {
  id: bigint
  code: string
  name: string
  basis: string
}

interface WaiverRow {
  rule: string
  subject: string
  id: bigint
  year: bigint
  reason: string
  person: string
  at: string
  gauge: string
}

interface AllocationRow {
  project_id: bigint
  line_id: bigint
  year: bigint
  amount: bigint
  note: string
  is_held: bigint
}

interface HoldRow {
  key: string
  kind: string
  project_id: bigint | null
  line_id: bigint | null
  year: bigint
}

interface ChangeLogRow {
  seq: bigint
  id: string
  at: string
  author: string
  kind: string
  detail: string
  step: string
  step_of: bigint | null
}

interface ChangeItemRow {
  seq: bigint
  ordinal: bigint
  edit: string
}

/** The workbook's tables as the current schema has them; every INTEGER is read as bigint. */
export interface Tables {
  plan: PlanRow
  programmes: ProgrammeRow
  funding_lines: FundingLineRow
  line_years: LineYearRow
  projects: ProjectRow
  project_needs: ProjectNeedRow
  project_ratios: ProjectRatioRow
  tasks: TaskRow
  allocations: AllocationRow
  waivers: WaiverRow
  holds: HoldRow
  change_log: ChangeLogRow
  change_items: ChangeItemRow
}

/**
 * Builds typed queries only. They run on better-sqlite3's own synchronous connection, so that a group of
 * edits is one uninterrupted transaction.
 */
export const query = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
})

/** Reads all rows of a query. */
export function readRows<Row>(db: Database, built: Compilable<Row>): Row[] {
  const { sql, parameters } = built.compile()
  return db.prepare<unknown[], Row>(sql).all(...parameters)
}
