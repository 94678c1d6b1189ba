import type { Plan } from '../../../src/core/plan.ts'
import type { AmountFix } from '../../../src/core/fixes/fix.ts'

/** The moves of a fix as a person reads them: `project line year: before → after`. */
export function saidOf(plan: Plan, fix: AmountFix | null): string[] | null {
  return fix
    ? fix.moves.map(({ cell: { project, line, year }, before, after }) => {
        const codes = [plan.projects.get(project)?.code, plan.lines.get(line)?.code, year]
        return `${codes.join(' ')}: ${before} → ${after}`
      })
    : null
}
