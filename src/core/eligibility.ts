import type { FiscalYear } from './fiscal-year.ts'
import type { FundingLine } from './funding-line.ts'
import type { Project } from './project.ts'

/** The condition of a funding line that excludes a project. */
export type EligibilityCondition = 'border' | 'sector' | 'place' | 'region' | 'group' | 'stage'

/** The first condition of the line that the project fails, or null where the line may pay it. */
export function failedCondition(line: FundingLine, project: Project): EligibilityCondition | null {
  const { sectors, places, regions, groups, stages, borderOnly } = line.eligibility
  if (borderOnly && !project.isBorder) return 'border'
  if (!allows(sectors, project.sector)) return 'sector'
  if (!allows(places, project.place)) return 'place'
  if (!includes(regions, project.region)) return 'region'
  if (!includes(groups, project.group)) return 'group'
  if (!includes(stages, project.stage)) return 'stage'
  return null
}

/** Why a line may not give a project money: a condition of its own, the kind of capital, or its last year. */
export type PaymentObstacle = EligibilityCondition | 'capital-type' | 'valid-until'

/** What keeps a line from giving a project money in a year, conditions first; null where it may. */
export function obstacleTo(
  line: FundingLine,
  project: Project,
  year: FiscalYear,
): PaymentObstacle | null {
  const condition = failedCondition(line, project)
  if (condition !== null) return condition
  if (line.capitalType !== project.capitalType) return 'capital-type'
  return line.validUntil === null || year <= line.validUntil ? null : 'valid-until'
}

/** Whether a line may give a project money in a year: its conditions are met, the kind of capital is right and it is still valid. */
export function mayPay(line: FundingLine, project: Project, year: FiscalYear): boolean {
  return obstacleTo(line, project, year) === null
}

function includes<T>(allowed: readonly T[], value: T): boolean {
  return allowed.length === 0 || allowed.includes(value)
}

function allows(names: readonly string[], name: string): boolean {
  return names.length === 0 || names.some((allowed) => foldName(allowed) === foldName(name))
}

/** A sector or place as conditions compare it: spelling of accents, case and spaces at the ends do not count. */
export function foldName(name: string): string {
  return name.normalize('NFC').trim().toLowerCase()
}
