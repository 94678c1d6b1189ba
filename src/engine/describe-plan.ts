import type { FiscalYear } from '../core/fiscal-year.ts'
import { codeOf } from '../core/plan.ts'
import type { PlanIndex } from '../core/plan-index.ts'
import { percentText } from '../core/percent-text.ts'
import { type Totals } from '../core/running-totals.ts'
import { statedShare } from '../core/share-text.ts'

/** The whole plan by codes with its exact sums, as the command line prints it. */
export function describePlan(index: PlanIndex, contentHash: string) {
  const { plan } = index
  const { title, organisation, from, to, basis, policy } = plan.settings
  return {
    plan: { title, organisation, from, to, basis, policy },
    programmes: [...plan.programmes.values()].map(({ code, name, kind, parent }) => ({
      code,
      name,
      kind,
      parent: codeOf(plan.programmes, parent),
    })),
    lines: [...plan.lines.values()].map(
      ({ id, code, name, programme, source, capitalType, validUntil }) => ({
        code,
        name,
        programme: codeOf(plan.programmes, programme),
        source,
        capitalType,
        validUntil,
        years: byYear(index.years, (year) => describeLineYear(index, id, year)),
      }),
    ),
    projects: [...plan.projects.values()].map(({ id, needs: _needs, ratios, ...fields }) => ({
      ...fields,
      ratios: Object.fromEntries(
        [...ratios].map(([of, share]) => [codeOf(plan.programmes, of), percentText(share)]),
      ),
      years: byYear(index.years, (year) => describeProjectYear(index, id, year)),
    })),
    allocations: [...plan.allocations.values()].map(({ project, line, year, amount, note }) => ({
      project: codeOf(plan.projects, project),
      line: codeOf(plan.lines, line),
      year,
      amount,
      note,
    })),
    totals: describeTotals(index.totals()),
    contentHash,
  }
}

function describeLineYear(index: PlanIndex, line: number, year: FiscalYear) {
  const { ceiling, reserve } = index.lineYear(line, year)
  const allocated = index.allocatedToLine(line, year)
  const remaining = index.remainingOfLine(line, year)
  return { ceiling, reserve, allocated, remaining, ceilingUsed: statedShare(allocated, ceiling) }
}

function describeProjectYear(index: PlanIndex, project: number, year: FiscalYear) {
  const need = index.needOf(project, year)
  const allocated = index.allocatedToProject(project, year)
  return {
    need,
    allocated,
    shortfall: index.shortfallOf(project, year),
    needMet: statedShare(allocated, need),
    programmes: index.programmesOf(project, year).length,
  }
}

function describeTotals(totals: Totals) {
  const { allocated, ceiling, need, shortfall } = totals
  return {
    ...totals,
    ceilingUsed: statedShare(allocated, ceiling),
    // What one project gets too much meets no other's need.
    needMet: statedShare(need - shortfall, need),
  }
}

function byYear<T>(years: readonly FiscalYear[], sums: (year: FiscalYear) => T): Record<string, T> {
  return Object.fromEntries(years.map((year) => [String(year), sums(year)]))
}
