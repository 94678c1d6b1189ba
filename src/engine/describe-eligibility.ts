import { type PaymentObstacle, obstacleTo } from '../core/eligibility.ts'
import type { Plan } from '../core/plan.ts'

/** Whether a line may pay a project in some year of the plan, by codes, and what keeps it from that. */
export interface LineForProject {
  readonly project: string
  readonly line: string
  readonly eligible: boolean
  readonly condition: PaymentObstacle | null
}

/** Every line for every project, in the plan's order, each pair made when it is asked for: a nation has millions. */
export function describeEligibility({ projects, lines, settings }: Plan): Iterable<LineForProject> {
  return {
    *[Symbol.iterator]() {
      for (const project of projects.values()) {
        for (const line of lines.values()) {
          // A line still valid in the first year may pay in some year; one that is not may pay in none.
          const condition = obstacleTo(line, project, settings.from)
          const codes = { project: project.code, line: line.code }
          yield { ...codes, eligible: condition === null, condition }
        }
      }
    },
  }
}
