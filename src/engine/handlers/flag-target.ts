import { z } from 'zod'
import type { SubjectKey } from '../../core/rules/marked-rules.ts'
import { RULE_CODES, SUBJECT_KINDS } from '../../core/rules/rule-code.ts'

/** The subject of a flag as a window names it: `project:7`. */
export const subjectKey = z
  .string()
  .regex(new RegExp(`^(${SUBJECT_KINDS.join('|')}):\\d{1,10}$`))
  .transform((key) => key as SubjectKey)

/** The flags of one rule on one subject, as a window names them. */
export const flagTarget = z.strictObject({
  subject: subjectKey,
  code: z.enum(RULE_CODES),
  year: z.number().int().nullable(),
})
