import { cellsOfProject, programmeCells } from '../paying-cells.ts'
import type { Rule } from './rule.ts'

/** A project should not draw on more top-level target programmes in a year than the policy allows. */
export const tooManyProgrammes: Rule = {
  code: 'too-many-programmes',
  subject: 'project',
  isYearly: true,
  reads: 'cells',
  needsMoney: true,
  severity: 'warning',
  trust: 'D',
  source:
    'NĐ 27/2022/NĐ-CP, Điều 10 khoản 1 điểm b (tránh dàn trải); số chương trình là mặc định của phần mềm',
  count: ({ index, policy }, slot, offset) =>
    Number(index.countProgrammes(slot * index.projects.span.count + offset) > policy.maxProgrammes),
  describe(facts, slot, offset) {
    const { plan, projects } = facts.index
    const found = facts.index.programmesOf(projects.entries[slot]?.id ?? 0, facts.yearAt(offset))
    const codes = found.map((programme) => plan.programmes.get(programme)?.code ?? '').sort()
    const limit = plan.settings.policy.maxProgrammes
    const detail = { programmes: found.length, limit, programmeCodes: codes }
    return [{ detail, gauge: BigInt(found.length) }]
  },
  cellsBehind: (index, { subject, year }) =>
    programmeCells(index, cellsOfProject(index, subject.id, year === null ? [] : [year])),
}
