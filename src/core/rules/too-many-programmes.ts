import type { Rule } from './rule.ts'

/** A project should not draw on more top-level target programmes in a year than the policy allows. */
export const tooManyProgrammes: Rule = {
  code: 'too-many-programmes',
  subject: 'project',
  severity: 'warning',
  trust: 'D',
  source:
    'NĐ 27/2022/NĐ-CP, Điều 10 khoản 1 điểm b (tránh dàn trải); số chương trình là mặc định của phần mềm',
  check(index, id) {
    const limit = index.plan.settings.policy.maxProgrammes
    return index.years.flatMap((year) => {
      const programmes = index.programmesOf(id, year)
      if (programmes.length <= limit) return []
      const codes = programmes.map((programme) => index.plan.programmes.get(programme)?.code ?? '')
      const detail = { programmes: programmes.length, limit, programmeCodes: codes.sort() }
      return [{ year, detail }]
    })
  },
}
