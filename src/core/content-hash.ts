import type { Allocation } from './allocation.ts'
import type { FundingLine } from './funding-line.ts'
import type { Hold } from './hold.ts'
import { type Plan, codeOf } from './plan.ts'
import { DEFAULT_POLICY, type Policy } from './policy.ts'
import type { Programme } from './programme.ts'
import type { Project } from './project.ts'
import type { Task } from './task.ts'
import type { Waiver } from './waiver.ts'

/** Takes text piece by piece and gives its SHA-256 in hexadecimal; the engine supplies it. */
export interface Hasher {
  update(text: string): void
  digest(): string
}

/** SHA-256 of everything the plan says, in canonical order; ids, order, history and display do not count. */
export function contentHash(plan: Plan, hasher: Hasher): string {
  const { settings } = plan
  hasher.update('longghep-content-1')
  hasher.update(
    encode([
      settings.title,
      settings.organisation,
      settings.from,
      settings.to,
      settings.basis,
      settings.policy.maxProgrammes,
    ]),
  )
  updateSorted(
    hasher,
    [...plan.programmes.values()].map((programme) => encodeProgramme(plan, programme)),
  )
  updateSorted(
    hasher,
    [...plan.lines.values()].map((line) => encodeLine(plan, line)),
  )
  const allocations = allocationsByProject(plan)
  updateSorted(
    hasher,
    [...plan.projects.values()].map((project) =>
      encodeProject(plan, project, allocations.get(project.id) ?? []),
    ),
  )
  updateLater(hasher, 'policy', policyRecords(plan))
  updateLater(hasher, 'tasks', [...plan.tasks.values()].map(encodeTask))
  updateLater(
    hasher,
    'waivers',
    [...plan.waivers.values()].map((waiver) => encodeWaiver(plan, waiver)),
  )
  updateLater(
    hasher,
    'holds',
    [...plan.holds.values()].map((hold) => encodeHold(plan, hold)),
  )
  return hasher.digest()
}

type Field = string | number | bigint | boolean | null

/** Length-prefixed fields: no two different records share an encoding. */
function encode(fields: readonly Field[]): string {
  return fields
    .map((field) => {
      const text = field === null ? '' : String(field).normalize('NFC')
      return `${text.length}:${text}`
    })
    .join('')
}

function encodeList(items: readonly string[]): string {
  return encode(items.map((item) => item.normalize('NFC')).sort())
}

function updateSorted(hasher: Hasher, records: string[]): void {
  hasher.update(`#${records.length}`)
  for (const record of records.sort()) hasher.update(encode([record]))
}

/** What plans did not always hold counts only where it is stated: an older plan keeps its hash. */
function updateLater(hasher: Hasher, name: string, records: string[]): void {
  if (records.length === 0) return
  hasher.update(encode([name]))
  updateSorted(hasher, records)
}

function policyRecords(plan: Plan): string[] {
  const record = encodePolicy(plan, plan.settings.policy)
  return record === encodePolicy(plan, DEFAULT_POLICY) ? [] : [record]
}

// The number of programmes has its own place at the head of the hash.
function encodePolicy(plan: Plan, { maxProgrammes: _max, ...policy }: Policy): string {
  const { allowedYears, tiers, counterpart, rules, ...figures } = policy
  return encode([
    ...sortedFields(figures),
    ...sortedFields(allowedYears),
    encodeList(tiers.map(({ stage, tier, source, trust }) => encode([stage, tier, source, trust]))),
    encodeByProgramme(plan, counterpart),
    encodeList(
      [...rules].map(([code, { severity, by, reason }]) => encode([code, severity, by, reason])),
    ),
  ])
}

function sortedFields(fields: Readonly<Record<string, Field>>): Field[] {
  return Object.entries(fields)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flat()
}

function encodeByProgramme(plan: Plan, ratios: ReadonlyMap<number, number>): string {
  return encodeList([...ratios].map(([id, ratio]) => encode([codeOf(plan.programmes, id), ratio])))
}

function encodeTask({ code, name, basis }: Task): string {
  return encode([code, name, basis])
}

function encodeWaiver(plan: Plan, { subject, id, ...waiver }: Waiver): string {
  const subjects = { project: plan.projects, line: plan.lines, task: plan.tasks, plan: new Map() }
  return encode([subject, codeOf(subjects[subject], id), ...sortedFields(waiver)])
}

function encodeProgramme(plan: Plan, { code, name, kind, parent }: Programme): string {
  return encode([code, name, kind, codeOf(plan.programmes, parent)])
}

function encodeLine(plan: Plan, line: FundingLine): string {
  const { eligibility } = line
  // A year without a ceiling and a year of zero say the same, and tables cannot tell them apart.
  const years = [...line.years]
    .filter(([, { ceiling, reserve }]) => ceiling !== 0n || reserve !== 0n)
    .sort(([a], [b]) => a - b)
    .map(([year, { ceiling, reserve }]) => encode([year, ceiling, reserve]))
  return encode([
    line.code,
    line.name,
    codeOf(plan.programmes, line.programme),
    line.source,
    line.capitalType,
    line.budgetCodes,
    line.validUntil,
    encodeList(eligibility.sectors),
    encodeList(eligibility.places),
    encodeList(eligibility.groups),
    eligibility.borderOnly,
    line.basis,
    encode(years),
    ...[...eligibility.stages, ...eligibility.regions].sort(),
  ])
}

function encodeProject(plan: Plan, project: Project, allocations: readonly string[]): string {
  const { id: _id, needs, region, ratios, ...fields } = project
  const years = [...needs]
    .filter(([, need]) => need !== 0n)
    .sort(([a], [b]) => a - b)
    .map(([year, need]) => encode([year, need]))
  const later = region === '' && ratios.size === 0 ? [] : [region, encodeByProgramme(plan, ratios)]
  return encode([...sortedFields(fields), encode(years), encodeList(allocations), ...later])
}

function allocationsByProject(plan: Plan): Map<number, string[]> {
  const byProject = new Map<number, string[]>()
  for (const allocation of plan.allocations.values()) {
    const of = byProject.get(allocation.project)
    const record = encodeAllocation(plan, allocation)
    if (of) of.push(record)
    else byProject.set(allocation.project, [record])
  }
  return byProject
}

function encodeAllocation(plan: Plan, { line, year, amount, note, isHeld }: Allocation): string {
  return encode([codeOf(plan.lines, line), year, amount, note, isHeld])
}

function encodeHold(plan: Plan, { kind, project, line, year }: Hold): string {
  return encode([kind, codeOf(plan.projects, project), codeOf(plan.lines, line), year])
}
