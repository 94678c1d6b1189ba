import { money } from '../money.ts'
import { type CellTest, countPaid } from './paid-findings.ts'
import type { Rule } from './rule.ts'

const isAhead: CellTest = ({ priority }, project, line, offset) =>
  priority.isAhead(project, line, offset)

/** In a sector, a line's money goes to projects of an earlier tier while one it could pay is short. */
export const priorityInverted: Rule = {
  code: 'priority-inverted',
  subject: 'project',
  isYearly: true,
  reads: 'cells',
  needsMoney: true,
  severity: 'warning',
  trust: 'S',
  source: 'Luật Đầu tư công 39/2019/QH14, Điều 51 khoản 4; thứ tự ưu tiên do người dùng đặt',
  count: (facts, slot, offset) => Number(countPaid(facts, slot, offset, isAhead) > 0),
  describe(facts, project, offset) {
    const { cells, lines, projects } = facts.index
    const sector = facts.eligible.sectorOf[project] as number
    const waiting = new Set<string>()
    const ahead: { line: string; id: number }[] = []
    let amount = 0n
    let node = cells.first(project * projects.span.count + offset)
    for (; node >= 0; node = cells.next(node)) {
      const line = cells.line(node)
      if (!facts.priority.isAhead(project, line, offset)) continue
      const head = projects.entries[facts.priority.headOf(sector, line, offset)]
      if (head) waiting.add(head.code)
      ahead.push({ line: lines.entries[line]?.code ?? '', id: lines.entries[line]?.id ?? 0 })
      amount += BigInt(cells.amount(node))
    }
    const { code = '', id = 0 } = projects.entries[project] ?? {}
    ahead.sort((a, b) => (a.line < b.line ? -1 : 1))
    const detail = {
      earlier: [...waiting].sort(),
      later: code,
      amount: money(amount),
      lines: ahead.map(({ line }) => line),
    }
    const year = facts.yearAt(offset)
    return [
      { detail, gauge: amount, cells: ahead.map((at) => ({ project: id, line: at.id, year })) },
    ]
  },
}
