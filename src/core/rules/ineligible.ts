import { failedCondition } from '../eligibility.ts'
import type { Finding, Rule } from './rule.ts'

/** A line may pay only projects that meet the conditions of its legal basis. */
export const ineligible: Rule = {
  code: 'ineligible',
  subject: 'project',
  severity: 'error',
  trust: 'D',
  source: 'Căn cứ pháp lý của từng nguồn vốn',
  check(index, id) {
    const { projects, lines } = index.plan
    const project = projects.get(id)
    if (!project) return []
    const findings: Finding[] = []
    for (const year of index.years) {
      for (const [lineId, amount] of index.amountsOf(id, year)) {
        const line = lines.get(lineId)
        const condition = line && failedCondition(line, project)
        if (condition) findings.push({ year, detail: { line: line.code, condition, amount } })
      }
    }
    // The order cells were filled in is no part of the plan.
    return findings.sort(compareFindings)
  },
}

function compareFindings(a: Finding, b: Finding): number {
  const [left, right] = [String(a.detail['line']), String(b.detail['line'])]
  return (a.year ?? 0) - (b.year ?? 0) || (left < right ? -1 : Number(left > right))
}
