import { z } from 'zod'
import { CAPITAL_TYPES } from '../../core/capital-type.ts'
import { FUNDING_SOURCES } from '../../core/funding-line.ts'
import { HOLD_KINDS } from '../../core/hold.ts'
import type { Money } from '../../core/money.ts'
import type { PlanChange } from '../../core/plan-change.ts'
import { PROGRAMME_KINDS } from '../../core/programme.ts'
import { PROJECT_GROUPS, PROJECT_STAGES, REGION_CLASSES } from '../../core/project.ts'
import { RULE_CODES, SUBJECT_KINDS } from '../../core/rules/rule-code.ts'
import { policySchema } from './policy-codec.ts'

const amount = z
  .string()
  .regex(/^-?\d+$/)
  .transform((digits) => BigInt(digits) as Money)
const id = z.number().int()
const year = z.number().int()

const settings = z.strictObject({
  title: z.string(),
  organisation: z.string(),
  from: year,
  to: year,
  basis: z.string(),
  policy: policySchema,
})

const programme = z.strictObject({
  id,
  code: z.string(),
  name: z.string(),
  kind: z.enum(PROGRAMME_KINDS),
  parent: id.nullable(),
})

const line = z.strictObject({
  id,
  code: z.string(),
  name: z.string(),
  programme: id.nullable(),
  source: z.enum(FUNDING_SOURCES),
  capitalType: z.enum(CAPITAL_TYPES),
  budgetCodes: z.string(),
  validUntil: year.nullable(),
  eligibility: z.strictObject({
    sectors: z.array(z.string()),
    places: z.array(z.string()),
    groups: z.array(z.enum(PROJECT_GROUPS)),
    // Entries written before these conditions existed leave them out.
    stages: z.array(z.enum(PROJECT_STAGES)).default([]),
    regions: z.array(z.enum(REGION_CLASSES)).default([]),
    borderOnly: z.boolean(),
  }),
  basis: z.string(),
  // A map by year travels as its entries.
  years: z
    .array(z.tuple([year, z.strictObject({ ceiling: amount, reserve: amount })]))
    .transform((entries) => new Map(entries)),
})

const project = z.strictObject({
  id,
  code: z.string(),
  name: z.string(),
  place: z.string(),
  isBorder: z.boolean(),
  region: z.enum(REGION_CLASSES).default(''),
  sector: z.string(),
  task: z.string(),
  group: z.enum(PROJECT_GROUPS),
  stage: z.enum(PROJECT_STAGES),
  capitalType: z.enum(CAPITAL_TYPES),
  owner: z.string(),
  startYear: year.nullable(),
  endYear: year.nullable(),
  totalInvestment: amount,
  fundedBefore: amount,
  arrears: amount,
  advance: amount,
  decision: z.string(),
  decisionDate: z.string(),
  exception: z.string(),
  needs: z.array(z.tuple([year, amount])).transform((entries) => new Map(entries)),
  ratios: z
    .array(z.tuple([id, z.number().int()]))
    .default([])
    .transform((entries) => new Map(entries)),
})

const task = z.strictObject({ id, code: z.string(), name: z.string(), basis: z.string() })

const target = {
  rule: z.enum(RULE_CODES),
  subject: z.enum(SUBJECT_KINDS),
  id,
  year: year.nullable(),
}
const waiver = z.strictObject({
  ...target,
  reason: z.string(),
  by: z.string(),
  at: z.string(),
  gauge: amount,
})

const cell = z.strictObject({ project: id, line: id, year })
const allocation = z.strictObject({
  project: id,
  line: id,
  year,
  amount,
  note: z.string(),
  isHeld: z.boolean(),
})

const hold = z.strictObject({
  kind: z.enum(HOLD_KINDS),
  project: id.nullable(),
  line: id.nullable(),
  year,
})

const change = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('settings-set'), before: settings, after: settings }),
  z.strictObject({
    kind: z.literal('programme-set'),
    id,
    before: programme.nullable(),
    after: programme.nullable(),
  }),
  z.strictObject({
    kind: z.literal('line-set'),
    id,
    before: line.nullable(),
    after: line.nullable(),
  }),
  z.strictObject({
    kind: z.literal('project-set'),
    id,
    before: project.nullable(),
    after: project.nullable(),
  }),
  z.strictObject({
    kind: z.literal('task-set'),
    id,
    before: task.nullable(),
    after: task.nullable(),
  }),
  z.strictObject({
    kind: z.literal('allocation-set'),
    cell,
    before: allocation.nullable(),
    after: allocation.nullable(),
  }),
  z.strictObject({
    kind: z.literal('waiver-set'),
    target: z.strictObject(target),
    before: waiver.nullable(),
    after: waiver.nullable(),
  }),
  z.strictObject({
    kind: z.literal('hold-set'),
    key: z.string(),
    before: hold.nullable(),
    after: hold.nullable(),
  }),
])

/** Writes an edit as JSON text; amounts as decimal text, maps as entries. */
export function encodeChange(edit: PlanChange): string {
  return encodePlain(edit)
}

/** Writes plan data as JSON text the same way. */
export function encodePlain(data: unknown): string {
  return JSON.stringify(data, (_key, value: unknown) => {
    if (typeof value === 'bigint') return value.toString()
    return value instanceof Map ? [...value] : value
  })
}

/** Reads an edit back; throws on anything `encodeChange` did not write. */
export function decodeChange(text: string): PlanChange {
  return change.parse(JSON.parse(text))
}
