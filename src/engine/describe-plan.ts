import type { FiscalYear } from '../core/fiscal-year.ts'
import { codeOf } from '../core/plan.ts'
import type { PlanIndex } from '../core/plan-index.ts'
import { percentText } from '../core/percent-text.ts'

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
        years: byYear(index.years, (year) => ({
          ...index.lineYear(id, year),
          allocated: index.allocatedToLine(id, year),
          remaining: index.remainingOfLine(id, year),
        })),
      }),
    ),
    projects: [...plan.projects.values()].map(({ id, needs: _needs, ratios, ...fields }) => ({
      ...fields,
      ratios: Object.fromEntries(
        [...ratios].map(([of, share]) => [codeOf(plan.programmes, of), percentText(share)]),
      ),
      years: byYear(index.years, (year) => ({
        need: index.needOf(id, year),
        allocated: index.allocatedToProject(id, year),
        shortfall: index.shortfallOf(id, year),
        programmes: index.programmesOf(id, year).length,
      })),
    })),
    allocations: [...plan.allocations.values()].map(({ project, line, year, amount, note }) => ({
      project: codeOf(plan.projects, project),
      line: codeOf(plan.lines, line),
      year,
      amount,
      note,
    })),
    totals: index.totals(),
    contentHash,
  }
}

function byYear<T>(years: readonly FiscalYear[], sums: (year: FiscalYear) => T): Record<string, T> {
  return Object.fromEntries(years.map((year) => [String(year), sums(year)]))
}
