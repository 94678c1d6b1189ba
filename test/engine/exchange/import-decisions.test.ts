import { describe, expect, test } from 'vitest'
import type { TableKind } from '../../../src/contract/tables.ts'
import { holdKey } from '../../../src/core/hold.ts'
import { money } from '../../../src/core/money.ts'
import type { Plan } from '../../../src/core/plan.ts'
import { applyChange } from '../../../src/core/plan-change.ts'
import { DEFAULT_POLICY } from '../../../src/core/policy.ts'
import { type ImportOptions, planImport } from '../../../src/engine/exchange/import-plan.ts'
import { hashOf } from './round-trip.ts'
import { emptyPlan } from './random-plan.ts'
import { tableOf } from './table-of.ts'

const OPTIONS: ImportOptions = { unit: 'million', numberFormat: 'auto' }

/** Two projects and two lines, with money of the first project on the first line in 2026. */
const BASE: Partial<Record<TableKind, string>> = {
  programmes: 'code,name,kind\nCT,Chương trình,target\n',
  lines: 'code,name,source\nTW,Trung ương,central\nNST,Tỉnh,provincial\n',
  tasks: 'code,name\nNV1,Giao thông\n',
  projects: 'code,name,group,stage\n7800001,A,C,new-start\n7800002,B,C,new-start\n',
  allocations: 'project,line,year,amount\n7800001,TW,2026,5\n',
}

function importInto(
  plan: Plan,
  tables: Partial<Record<TableKind, string>>,
  options: Partial<ImportOptions> = {},
) {
  const read = Object.entries(tables).map(([kind, text]) => [kind, tableOf(text, `${kind}.csv`)])
  const planned = planImport(plan, Object.fromEntries(read), { ...OPTIONS, ...options })
  for (const change of planned.changes) applyChange(plan, change)
  return planned.result
}

function filled(): Plan {
  const plan = emptyPlan()
  expect(importInto(plan, BASE).problems).toEqual([])
  return plan
}

/** What is refused, and that nothing was changed. */
function refusals(tables: Partial<Record<TableKind, string>>) {
  const plan = filled()
  const before = hashOf(plan)
  const { problems } = importInto(plan, tables)
  expect(hashOf(plan)).toBe(before)
  return problems.map(({ row, column, code, value }) => [`${column} ${row}`, code, value])
}

describe('the table of holds', () => {
  test('holds cells, rows, columns and totals; a cell with money keeps its hold itself', () => {
    const plan = filled()
    const holds =
      'scope,project,line,year\ncell,7800001,TW,2026\ncell,7800001,NST,2026\nrow,7800002,,2027\n' +
      'column,,NST,2028\nTổng số,7800001,,2026\n'
    expect(importInto(plan, { holds })).toMatchObject({ added: 4, updated: 1, problems: [] })
    expect(plan.allocations.get({ project: 1, line: 1, year: 2026 })?.isHeld).toBe(true)
    expect([...plan.holds.keys()]).toEqual([
      'cell:1:2:2026',
      'row:2::2027',
      'column::2:2028',
      'total:1::2026',
    ])
    expect(importInto(plan, { holds })).toMatchObject({ added: 0, updated: 0, unchanged: 5 })
  })

  test('holds the money the same import brings', () => {
    const plan = filled()
    importInto(plan, {
      allocations: 'project,line,year,amount\n7800002,TW,2027,3\n',
      holds: 'scope,project,line,year\ncell,7800002,TW,2027\n',
    })
    expect(plan.allocations.get({ project: 2, line: 1, year: 2027 })?.isHeld).toBe(true)
    expect(plan.holds.size).toBe(0)
  })

  test('names every cell it cannot take', () => {
    const holds =
      'scope,project,line,year\nô vuông,7800001,TW,2026\nrow,,,2026\nrow,7800001,TW,2026\n' +
      'column,,XX,2026\ntotal,7800001,,2031\nrow,7800002,,2026\nrow,7800002,,2026\n'
    expect(refusals({ holds })).toEqual([
      ['A (scope) 2', 'value-unknown', 'ô vuông'],
      ['B (project) 3', 'value-missing', ''],
      ['C (line) 4', 'value-surplus', 'TW'],
      ['C (line) 5', 'line-unknown', 'XX'],
      ['D (year) 6', 'year-outside-plan', '2031'],
      ['A (scope) 8', 'row-conflict', 'row'],
    ])
  })

  test('a held total refuses what would move it and lets its cells trade', () => {
    const plan = filled()
    const total = { kind: 'total', project: 1, line: null, year: 2026 } as const
    plan.holds.set(holdKey(total), total)
    const { problems } = importInto(plan, {
      allocations: 'project,line,year,amount\n7800001,NST,2026,2\n',
    })
    expect(problems).toMatchObject([
      {
        code: 'total-held',
        row: 2,
        column: 'D (amount)',
        detail: { project: '7800001', year: 2026, before: '5.000.000', after: '7.000.000' },
      },
    ])
    const traded = importInto(plan, {
      allocations: 'project,line,year,amount\n7800001,NST,2026,2\n7800001,TW,2026,3\n',
    })
    expect(traded).toMatchObject({ added: 1, updated: 1, problems: [] })
  })
})

describe('the table of waivers', () => {
  const HEADER = 'rule,subject_kind,subject,year,gauge,reason,by,at\n'
  const AT = '2026-03-01T08:30:00.000Z'

  test('accepts flags of projects, tasks and the plan with reason, person and moment', () => {
    const plan = filled()
    const waivers =
      `${HEADER}underfunded,project,7800001,2026,123456789012345678901,chờ vốn,Nguyễn Văn A,${AT}\n` +
      `task-unfunded,nhiệm vụ,NV1,,1,năm sau,B,${AT}\n`
    expect(importInto(plan, { waivers })).toMatchObject({ added: 2, problems: [] })
    expect(plan.waivers.get('underfunded:project:1:2026')).toEqual({
      rule: 'underfunded',
      subject: 'project',
      id: 1,
      year: 2026,
      gauge: 123_456_789_012_345_678_901n,
      reason: 'chờ vốn',
      by: 'Nguyễn Văn A',
      at: AT,
    })
    expect(importInto(plan, { waivers })).toMatchObject({ added: 0, unchanged: 2 })
  })

  test('names every cell it cannot take', () => {
    const waivers =
      `${HEADER}thiếu tiền,project,7800001,2026,1,a,b,${AT}\nunderfunded,line,TW,2026,1,a,b,${AT}\n` +
      `underfunded,project,7800009,2026,1,a,b,${AT}\nunderfunded,project,7800001,,1,a,b,${AT}\n` +
      `task-unfunded,task,NV2,2026,1,a,b,${AT}\nunderfunded,project,7800001,2026,nhiều,,,hôm qua\n`
    expect(refusals({ waivers })).toEqual([
      ['A (rule) 2', 'value-unknown', 'thiếu tiền'],
      ['B (subject_kind) 3', 'value-unknown', 'line'],
      ['C (subject) 4', 'project-unknown', '7800009'],
      ['D (year) 5', 'value-missing', ''],
      ['C (subject) 6', 'task-unknown', 'NV2'],
      ['D (year) 6', 'value-surplus', '2026'],
      ['F (reason) 7', 'value-missing', ''],
      ['G (by) 7', 'value-missing', ''],
      ['H (at) 7', 'time-invalid', 'hôm qua'],
      ['E (gauge) 7', 'amount-invalid', 'nhiều'],
    ])
  })
})

describe('the table of the policy', () => {
  test('changes the settings it names, amounts in đồng whatever the unit, and keeps the others', () => {
    const plan = filled()
    const policy =
      'key,value,source,trust,by,reason\nmaxProgrammes,3,,,,\nminShare,600000000,,,,\n' +
      'coveragePercent,"97,5",,,,\nallowedYears.C,none,,,,\ntier.new-start,2,QĐ 5,C,,\n' +
      'counterpart.CT,10,,,,\nrule.underfunded,off,,,Sở Tài chính,đã rà soát\n'
    expect(importInto(plan, { policy })).toMatchObject({ updated: 1, problems: [] })
    const tier = { stage: 'new-start', tier: 2, source: 'QĐ 5', trust: 'C' }
    expect(plan.settings.policy).toMatchObject({
      maxProgrammes: 3,
      minShare: money(600_000_000),
      coverage: 9_750,
      maxProjects: DEFAULT_POLICY.maxProjects,
      allowedYears: { C: null, B: 4 },
      tiers: expect.arrayContaining([tier]),
      counterpart: new Map([[1, 1_000]]),
      rules: new Map([
        ['underfunded', { severity: 'off', by: 'Sở Tài chính', reason: 'đã rà soát' }],
      ]),
    })
  })

  test('shows each setting it changes, and a person may leave the policy as it stands', () => {
    const tables = {
      plan: 'title,from,to\nKế hoạch mới,2026,2030\n',
      policy: 'key,value\nmaxProgrammes,3\n',
    }
    expect(importInto(filled(), tables).entries).toEqual([
      {
        id: 'plan',
        action: 'updated',
        fields: [
          { field: 'title', before: 'Kế hoạch', after: 'Kế hoạch mới' },
          { field: 'to', before: '2028', after: '2030' },
        ],
      },
      {
        id: 'policy',
        action: 'updated',
        fields: [{ field: 'policy.maxProgrammes', before: '2', after: '3' }],
      },
    ])
    const plan = filled()
    importInto(plan, tables, { leave: ['policy'] })
    expect(plan.settings).toMatchObject({
      title: 'Kế hoạch mới',
      to: 2030,
      policy: { maxProgrammes: 2 },
    })
  })

  test('names every cell it cannot take', () => {
    const policy =
      'key,value,by,reason\nmaxProgramme,3,,\nmaxProgrammes,nhiều,,\nminShare,1e9,,\n' +
      'rule.underfunded,off,A,\nmaxProjectsPerLine,,,\n'
    expect(refusals({ policy })).toEqual([
      ['A (key) 2', 'value-unknown', 'maxProgramme'],
      ['B (value) 3', 'value-unknown', 'nhiều'],
      ['B (value) 4', 'amount-invalid', '1e9'],
      ['D (reason) 5', 'value-missing', ''],
      ['B (value) 6', 'value-missing', ''],
    ])
  })
})

describe('the table of the plan itself', () => {
  test('widens the period in time for the tables that need it', () => {
    const plan = filled()
    const { problems } = importInto(plan, {
      plan: 'title,organisation,from,to,basis\nKế hoạch,Sở,2025,2030,NQ 1\n',
      allocations: 'project,line,year,amount\n7800001,TW,2030,5\n',
    })
    expect(problems).toEqual([])
    expect(plan.settings).toMatchObject({ organisation: 'Sở', from: 2025, to: 2030, basis: 'NQ 1' })
  })

  test.each([
    ['ends before it begins', '2028,2026'],
    ['is too long', '2026,2041'],
    ['leaves out a year with money', '2027,2028'],
  ])('refuses a period that %s', (_, years) => {
    const refused = refusals({ plan: `title,from,to\nX,${years}\n` })
    expect(refused).toEqual([['C (to) 2', 'period-invalid', years.slice(5)]])
  })
})

test('an empty table among others is only told, and a lone one is refused', () => {
  const tables = { waivers: 'rule,subject,reason,by\n', tasks: 'code,name\nNV2,Y tế\n' }
  const plan = filled()
  expect(importInto(plan, tables)).toMatchObject({
    added: 1,
    problems: [{ code: 'table-empty', severity: 'info', row: 1 }],
  })
  expect(importInto(plan, { waivers: tables.waivers }).problems).toMatchObject([
    { code: 'table-empty', severity: 'error' },
  ])
})
