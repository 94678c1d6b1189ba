import type { FundingLine, FundingSource } from '../funding-line.ts'
import { money } from '../money.ts'
import { cellsOfProject } from '../paying-cells.ts'
import { type Plan, topProgramme } from '../plan.ts'
import type { PlanFacts } from './plan-facts.ts'
import type { Finding, Rule } from './rule.ts'

const LOCAL: readonly FundingSource[] = [
  'provincial',
  'commune',
  'district-legacy',
  'lottery',
  'land',
]
const CENTRAL: readonly FundingSource[] = ['central', 'bond']

/** Local money on a project keeps up with the central money of each programme, in the ratio the user set. */
export const counterpartShort: Rule = {
  code: 'counterpart-short',
  subject: 'project',
  isYearly: false,
  reads: 'amounts',
  severity: 'warning',
  trust: 'D',
  source: 'Tỷ lệ vốn đối ứng do người dùng đặt trong chính sách',
  count: (facts, slot) =>
    facts.index.plan.settings.policy.counterpart.size === 0 ? 0 : findShort(facts, slot).length,
  describe: findShort,
  cellsBehind: (index, { subject, detail }) =>
    cellsOfProject(index, subject.id, index.years).filter(({ line }) =>
      isWeighed(index.plan, index.plan.lines.get(line), detail['programme']),
    ),
}

/** Whether a line's money is local, or central money of the programme with this code. */
function isWeighed(plan: Plan, line: FundingLine | undefined, code: unknown): boolean {
  if (!line) return false
  if (LOCAL.includes(line.source)) return true
  return CENTRAL.includes(line.source) && topProgramme(plan, line.programme)?.code === code
}

function findShort(facts: PlanFacts, slot: number): Finding[] {
  const { plan } = facts.index
  const findings: Finding[] = []
  const { local, central } = moneyOf(facts, slot)
  for (const [programme, ratio] of plan.settings.policy.counterpart) {
    const given = central.get(programme) ?? 0n
    const required = (given * BigInt(ratio) + 9_999n) / 10_000n
    if (local >= required) continue
    const detail = {
      programme: plan.programmes.get(programme)?.code ?? '',
      required: money(required),
      actual: money(local),
      central: money(given),
    }
    findings.push({ detail, gauge: required - local })
  }
  return findings.sort((a, b) =>
    String(a.detail['programme']) < String(b.detail['programme']) ? -1 : 1,
  )
}

function moneyOf({ index, offsets }: PlanFacts, slot: number) {
  const { cells, lines, plan, projects } = index
  const central = new Map<number, bigint>()
  let local = 0n
  for (const offset of offsets) {
    let node = cells.first(slot * projects.span.count + offset)
    for (; node >= 0; node = cells.next(node)) {
      const line = lines.entries[cells.line(node)]
      if (!line) continue
      const amount = BigInt(cells.amount(node))
      const top = topProgramme(plan, line.programme)
      if (LOCAL.includes(line.source)) local += amount
      else if (top && CENTRAL.includes(line.source)) {
        central.set(top.id, (central.get(top.id) ?? 0n) + amount)
      }
    }
  }
  return { local, central }
}
