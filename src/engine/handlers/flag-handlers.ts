import { z } from 'zod'
import { groupFlags, pageFlags } from '../../core/rules/flag-groups.ts'
import type { SubjectKey } from '../../core/rules/marked-rules.ts'
import { RULE_CODES, SEVERITIES, SUBJECT_KINDS } from '../../core/rules/rule-code.ts'
import type { Handler } from './handler.ts'

const year = z.number().int().nullable()
const subject = z
  .string()
  .regex(new RegExp(`^(${SUBJECT_KINDS.join('|')}):\\d{1,10}$`))
  .transform((key) => key as SubjectKey)

/** The flags of one subject. */
export const flagsOf: Handler<'flags.of'> = {
  caller: 'window',
  params: z.strictObject({ subject }),
  run: ({ session }, { subject: key }) => session.flags.of(key),
}

/** How many flags each rule raises. */
export const flagGroups: Handler<'flags.groups'> = {
  caller: 'window',
  params: z.strictObject({ year }),
  run: ({ session }, { year: of }) => groupFlags(session.flags, of),
}

/** A stretch of one group's flags. */
export const flagPage: Handler<'flags.page'> = {
  caller: 'window',
  params: z.strictObject({
    severity: z.enum(SEVERITIES),
    code: z.enum(RULE_CODES),
    isWaived: z.boolean(),
    year,
    from: z.number().int().nonnegative(),
    count: z.number().int().min(1).max(1_000),
  }),
  run: ({ session }, stretch) => pageFlags(session.flags, stretch),
}
