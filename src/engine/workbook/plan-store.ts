import { createHash } from 'node:crypto'
import Sqlite, { type Database } from 'better-sqlite3'
import { type Hasher, contentHash } from '../../core/content-hash.ts'
import { WorkbenchError } from '../../core/error.ts'
import { CAPITAL_TYPES } from '../../core/capital-type.ts'
import { type FundingLine, FUNDING_SOURCES } from '../../core/funding-line.ts'
import { HOLD_KINDS } from '../../core/hold.ts'
import { money } from '../../core/money.ts'
import { type Plan, createPlan } from '../../core/plan.ts'
import { PROGRAMME_KINDS } from '../../core/programme.ts'
import { PROJECT_GROUPS, PROJECT_STAGES, REGION_CLASSES } from '../../core/project.ts'
import { RULE_CODES, SUBJECT_KINDS } from '../../core/rules/rule-code.ts'
import { waiverKey } from '../../core/waiver.ts'
import { loadAllocations, loadNeeds } from './load-amounts.ts'
import { readPolicy } from './policy-codec.ts'
import { query, readRows } from './tables.ts'

// For all projects that state none: sixty thousand maps of nothing take room and time.
const NONE = new Map<number, never>()

/** Reads the whole plan. @throws `workbook-damaged` where a value is none the plan knows */
export function loadPlan(db: Database): Plan {
  const [row] = readRows(db, query.selectFrom('plan').selectAll())
  if (!row) throw new WorkbenchError('workbook-damaged', { table: 'plan' })
  const settings = {
    title: row.title,
    organisation: row.organisation,
    from: Number(row.from_year),
    to: Number(row.to_year),
    basis: row.basis,
    policy: readPolicy(row.policy),
  }
  const plan = { ...createPlan(settings), allocations: loadAllocations(db) }
  loadProgrammes(db, plan)
  loadLines(db, plan)
  loadProjects(db, plan)
  loadTasks(db, plan)
  loadWaivers(db, plan)
  loadHolds(db, plan)
  return plan
}

/** Reads the whole plan of a database file. */
export function readPlanAt(path: string): Plan {
  const db = new Sqlite(path, { readonly: true })
  try {
    db.defaultSafeIntegers(true)
    return loadPlan(db)
  } finally {
    db.close()
  }
}

/** The content hash of what a database holds. */
export function readContentHash(db: Database): string {
  return hashPlan(loadPlan(db))
}

/** The content hash of a plan in memory. */
export function hashPlan(plan: Plan): string {
  const hash = createHash('sha256')
  const hasher: Hasher = {
    update: (text) => void hash.update(text, 'utf8'),
    digest: () => hash.digest('hex'),
  }
  return contentHash(plan, hasher)
}

function loadProgrammes(db: Database, plan: Plan): void {
  for (const row of readRows(db, query.selectFrom('programmes').selectAll())) {
    const id = Number(row.id)
    plan.programmes.set(id, {
      id,
      code: row.code,
      name: row.name,
      kind: oneOf(PROGRAMME_KINDS, row.kind, 'programmes'),
      parent: optionalNumber(row.parent_id),
    })
  }
}

function loadLines(db: Database, plan: Plan): void {
  const years = new Map<number, Map<number, { ceiling: bigint; reserve: bigint }>>()
  for (const row of readRows(db, query.selectFrom('line_years').selectAll())) {
    const { ceiling, reserve } = row
    yearMap(years, Number(row.line_id)).set(Number(row.year), { ceiling, reserve })
  }
  for (const row of readRows(db, query.selectFrom('funding_lines').selectAll())) {
    const id = Number(row.id)
    plan.lines.set(id, {
      id,
      code: row.code,
      name: row.name,
      programme: optionalNumber(row.programme_id),
      source: oneOf(FUNDING_SOURCES, row.source, 'funding_lines'),
      capitalType: oneOf(CAPITAL_TYPES, row.capital_type, 'funding_lines'),
      budgetCodes: row.budget_codes,
      validUntil: optionalNumber(row.valid_until),
      eligibility: {
        sectors: readList(row.sectors),
        places: readList(row.places),
        groups: readList(row.groups).map((group) => oneOf(PROJECT_GROUPS, group, 'funding_lines')),
        stages: readList(row.stages).map((stage) => oneOf(PROJECT_STAGES, stage, 'funding_lines')),
        regions: readList(row.regions).map((of) => oneOf(REGION_CLASSES, of, 'funding_lines')),
        borderOnly: row.border_only === 1n,
      },
      basis: row.basis,
      years: (years.get(id) ?? new Map()) as FundingLine['years'],
    })
  }
}

function loadProjects(db: Database, plan: Plan): void {
  const needs = loadNeeds(db)
  const ratios = new Map<number, Map<number, number>>()
  for (const row of readRows(db, query.selectFrom('project_ratios').selectAll())) {
    yearMap(ratios, Number(row.project_id)).set(Number(row.programme_id), Number(row.ratio))
  }
  for (const row of readRows(db, query.selectFrom('projects').selectAll())) {
    const id = Number(row.id)
    plan.projects.set(id, {
      id,
      code: row.code,
      name: row.name,
      place: row.place,
      isBorder: row.is_border === 1n,
      region: oneOf(REGION_CLASSES, row.region, 'projects'),
      sector: row.sector,
      task: row.task,
      group: oneOf(PROJECT_GROUPS, row.project_group, 'projects'),
      stage: oneOf(PROJECT_STAGES, row.stage, 'projects'),
      capitalType: oneOf(CAPITAL_TYPES, row.capital_type, 'projects'),
      owner: row.owner,
      startYear: optionalNumber(row.start_year),
      endYear: optionalNumber(row.end_year),
      totalInvestment: money(row.total_investment),
      fundedBefore: money(row.funded_before),
      arrears: money(row.arrears),
      advance: money(row.advance),
      decision: row.decision,
      decisionDate: row.decision_date,
      exception: row.exception,
      needs: needs.get(id) ?? NONE,
      ratios: ratios.get(id) ?? NONE,
    })
  }
}

function loadTasks(db: Database, plan: Plan): void {
  for (const { id, ...task } of readRows(db, query.selectFrom('tasks').selectAll())) {
    plan.tasks.set(Number(id), { id: Number(id), ...task })
  }
}

function loadWaivers(db: Database, plan: Plan): void {
  for (const row of readRows(db, query.selectFrom('waivers').selectAll())) {
    const waiver = {
      rule: oneOf(RULE_CODES, row.rule, 'waivers'),
      subject: oneOf(SUBJECT_KINDS, row.subject, 'waivers'),
      id: Number(row.id),
      year: row.year === 0n ? null : Number(row.year),
      reason: row.reason,
      by: row.person,
      at: row.at,
      gauge: BigInt(row.gauge),
    }
    plan.waivers.set(waiverKey(waiver), waiver)
  }
}

function loadHolds(db: Database, plan: Plan): void {
  for (const row of readRows(db, query.selectFrom('holds').selectAll())) {
    plan.holds.set(row.key, {
      kind: oneOf(HOLD_KINDS, row.kind, 'holds'),
      project: optionalNumber(row.project_id),
      line: optionalNumber(row.line_id),
      year: Number(row.year),
    })
  }
}

function yearMap<T>(maps: Map<number, Map<number, T>>, id: number): Map<number, T> {
  let map = maps.get(id)
  if (!map) {
    map = new Map()
    maps.set(id, map)
  }
  return map
}

function optionalNumber(value: bigint | null): number | null {
  return value === null ? null : Number(value)
}

function oneOf<T extends string>(known: readonly T[], value: string, table: string): T {
  const found = known.find((candidate) => candidate === value)
  if (found === undefined) throw new WorkbenchError('workbook-damaged', { table, value })
  return found
}

function readList(json: string): string[] {
  const list: unknown = JSON.parse(json)
  if (!Array.isArray(list)) throw new WorkbenchError('workbook-damaged', { table: 'funding_lines' })
  return list.map(String)
}
