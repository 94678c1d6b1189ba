import { z } from 'zod'
import { WorkbenchError } from '../../core/error.ts'
import type { Money } from '../../core/money.ts'
import { DEFAULT_POLICY, type Policy } from '../../core/policy.ts'
import { PROJECT_GROUPS, PROJECT_STAGES } from '../../core/project.ts'
import { RULE_CODES, SEVERITIES } from '../../core/rules/rule-code.ts'

const amount = z
  .string()
  .regex(/^\d{1,16}$/)
  .transform((digits) => BigInt(digits) as Money)
const count = z.number().int().min(0)
const basisPoints = count.max(1_000_000)

/** A policy as it stands in a file: amounts as decimal text, maps as entries, what is left out at its default. */
export const policySchema = z
  .strictObject({
    maxProgrammes: count,
    coverage: basisPoints,
    minShare: amount,
    minSharePart: basisPoints,
    maxProjects: count,
    minAverage: amount,
    reservePart: basisPoints,
    allowedYears: z.record(z.enum(PROJECT_GROUPS), count.nullable()),
    tiers: z.array(
      z.strictObject({
        stage: z.enum(PROJECT_STAGES),
        tier: count.max(7),
        source: z.string(),
        trust: z.enum(['C', 'S', 'D']),
      }),
    ),
    counterpart: z.array(z.tuple([count, basisPoints])).transform((entries) => new Map(entries)),
    rules: z
      .array(
        z.tuple([
          z.enum(RULE_CODES),
          z.strictObject({
            severity: z.enum([...SEVERITIES, 'off']),
            by: z.string(),
            reason: z.string(),
          }),
        ]),
      )
      .transform((entries) => new Map(entries)),
  })
  .partial()
  .transform((stated): Policy => ({ ...DEFAULT_POLICY, ...stated }) as Policy)

/** Reads a policy from its JSON text. @throws `workbook-damaged` */
export function readPolicy(json: string): Policy {
  try {
    return policySchema.parse(JSON.parse(json))
  } catch (cause) {
    throw new WorkbenchError('workbook-damaged', { table: 'plan', value: json }, { cause })
  }
}
