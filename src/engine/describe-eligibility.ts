import { type PaymentObstacle, obstacleTo } from '../core/eligibility.ts'
import type { Plan } from '../core/plan.ts'

/** Whether a line may pay a project in some year of the plan, by codes, and what keeps it from that. */
export interface LineForProject {
  readonly project: string
  readonly line: string
  readonly eligible: boolean
  readonly condition: PaymentObstacle | null
}

/** Every line for every project, in the plan's order. */
export function describeEligibility({ projects, lines, settings }: Plan): LineForProject[] {
  return [...projects.values()].flatMap((project) =>
    [...lines.values()].map((line) => {
      // A line still valid in the first year may pay in some year; one that is not may pay in none.
      const condition = obstacleTo(line, project, settings.from)
      return { project: project.code, line: line.code, eligible: condition === null, condition }
    }),
  )
}
