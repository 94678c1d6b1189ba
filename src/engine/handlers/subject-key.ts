import { z } from 'zod'
import type { SubjectKey } from '../../core/rules/current-flags.ts'
import { SUBJECT_KINDS } from '../../core/rules/rule-code.ts'

/** The subject of a flag as a window names it: `project:7`. */
export const subjectKey = z
  .string()
  .regex(new RegExp(`^(${SUBJECT_KINDS.join('|')}):\\d{1,10}$`))
  .transform((key) => key as SubjectKey)
