import { percentBelow } from '../percent.ts'
import type { Rule } from './rule.ts'

/** A project must get its need of each year; an error where it ends that year short of its total investment. */
export const underfunded: Rule = {
  code: 'underfunded',
  subject: 'project',
  severity: 'warning',
  trust: 'D',
  source: 'Yêu cầu “bố trí đủ vốn”; ngưỡng 100 % là mặc định của phần mềm',
  check(index, id) {
    const project = index.plan.projects.get(id)
    if (!project) return []
    return index.years.flatMap((year) => {
      const shortfall = index.shortfallOf(id, year)
      if (shortfall === 0n) return []
      const need = index.needOf(id, year)
      const allocated = index.allocatedToProject(id, year)
      const isLast = project.endYear === year && index.fundingOf(id) < project.totalInvestment
      const detail = { need, allocated, shortfall, coverage: percentBelow(allocated, need) }
      return [{ year, severity: isLast ? 'error' : 'warning', detail }]
    })
  },
}
