import { ceilingExceeded } from './ceiling-exceeded.ts'
import { deadlineMissing } from './deadline-missing.ts'
import { ineligible } from './ineligible.ts'
import { projectCodeDuplicate } from './project-code-duplicate.ts'
import { projectCodeInvalid } from './project-code-invalid.ts'
import type { Rule } from './rule.ts'
import { tooManyProgrammes } from './too-many-programmes.ts'
import { totalInvestmentExceeded } from './total-investment-exceeded.ts'
import { underfunded } from './underfunded.ts'

/** Every rule, in the order screens list them. */
export const RULES: readonly Rule[] = [
  ceilingExceeded,
  totalInvestmentExceeded,
  underfunded,
  tooManyProgrammes,
  ineligible,
  projectCodeInvalid,
  projectCodeDuplicate,
  deadlineMissing,
]
