import type { FundingLine } from './funding-line.ts'
import type { Project } from './project.ts'

/** The condition of a funding line that excludes a project. */
export type EligibilityCondition = 'border' | 'sector' | 'place' | 'group'

/** The first condition of the line that the project fails, or null where the line may pay it. */
export function failedCondition(line: FundingLine, project: Project): EligibilityCondition | null {
  const { sectors, places, groups, borderOnly } = line.eligibility
  if (borderOnly && !project.isBorder) return 'border'
  if (!allows(sectors, project.sector)) return 'sector'
  if (!allows(places, project.place)) return 'place'
  if (groups.length > 0 && !groups.includes(project.group)) return 'group'
  return null
}

function allows(names: readonly string[], name: string): boolean {
  return names.length === 0 || names.some((allowed) => foldName(allowed) === foldName(name))
}

function foldName(name: string): string {
  return name.normalize('NFC').trim().toLowerCase()
}
