import type { Allocation } from './allocation.ts'
import type { FundingLine } from './funding-line.ts'
import type { Hold } from './hold.ts'
import { type Plan, codeOf } from './plan.ts'
import type { Programme } from './programme.ts'
import type { Project } from './project.ts'

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
      encodeProject(project, allocations.get(project.id) ?? []),
    ),
  )
  // Nothing for a plan without holds, so that files saved before there were any keep their hash.
  if (plan.holds.size > 0)
    updateSorted(
      hasher,
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
  ])
}

function encodeProject(project: Project, allocations: readonly string[]): string {
  const { id: _id, needs, ...fields } = project
  const years = [...needs]
    .filter(([, need]) => need !== 0n)
    .sort(([a], [b]) => a - b)
    .map(([year, need]) => encode([year, need]))
  const named = Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1))
  return encode([...named.flat(), encode(years), encodeList(allocations)])
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
