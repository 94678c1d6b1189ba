import { z } from 'zod'
import { groupFlags, pageFlags } from '../../core/rules/flag-groups.ts'
import { explainFlag } from '../../core/rules/explain-flag.ts'
import { RULE_CODES, SEVERITIES } from '../../core/rules/rule-code.ts'
import { flagsAt } from '../flags-at.ts'
import { flagTarget, subjectKey } from './flag-target.ts'
import type { Handler } from './handler.ts'

const year = z.number().int().nullable()

/** The flags of one subject. */
export const flagsOf: Handler<'flags.of'> = {
  caller: 'window',
  params: z.strictObject({ subject: subjectKey }),
  run: ({ session }, { subject: key }) => session.flags.of(key),
}

/** What stands behind flags. */
export const explanations: Handler<'flags.explain'> = {
  caller: 'window',
  params: flagTarget,
  run: ({ session }, target) =>
    flagsAt(session, target).map((flag) => explainFlag(session.index, flag)),
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
