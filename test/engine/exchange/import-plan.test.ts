import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { TableKind } from '../../../src/contract/tables.ts'
import { type Plan } from '../../../src/core/plan.ts'
import { applyChange } from '../../../src/core/plan-change.ts'
import { type ImportOptions, planImport } from '../../../src/engine/exchange/import-plan.ts'
import { emptyPlan } from './random-plan.ts'
import { tableOf } from './table-of.ts'

const DONG: ImportOptions = { unit: 'dong', numberFormat: 'auto' }

const PROGRAMMES =
  'code,name,kind,parent\nMTQG,Chương trình MTQG,national-target,\nMTQG-1,Dự án 1,national-target,MTQG\n'
const LINES =
  'code,name,programme,source,capital_type,year,ceiling,reserve,valid_until,sectors,places,border_only,basis\n' +
  'TW,Vốn TW,MTQG-1,central,development,2026,5000000000,100000000,2028,giao thông;y tế,,yes,QĐ 1\n' +
  'TW,Vốn TW,MTQG-1,central,development,2027,6000000000,,2028,giao thông;y tế,,yes,QĐ 1\n'
const PROJECTS =
  'code,name,place,border,sector,group,stage,start_year,end_year,total_investment,need_2026,need_2027\n' +
  '7800001,Đường A,Mô Rai,yes,giao thông,B,new-start,2026,2027,9000000000,4000000000,5000000000\n'
const ALLOCATIONS = 'project,line,year,amount,note\n7800001,TW,2026,4000000000,đợt 1\n'

function importInto(
  plan: Plan,
  tables: Partial<Record<TableKind, string>>,
  options: Partial<ImportOptions> = {},
) {
  const read = Object.entries(tables).map(([kind, text]) => [kind, tableOf(text, `${kind}.csv`)])
  const { changes, result } = planImport(plan, Object.fromEntries(read), { ...DONG, ...options })
  for (const change of changes) applyChange(plan, change)
  const { added, updated, unchanged, problems } = result
  return { added, updated, unchanged, problems }
}

function filledPlan(): Plan {
  const plan = emptyPlan()
  const result = importInto(plan, {
    programmes: PROGRAMMES,
    lines: LINES,
    projects: PROJECTS,
    allocations: ALLOCATIONS,
  })
  expect(result).toEqual({ added: 5, updated: 0, unchanged: 0, problems: [] })
  return plan
}

test('reads four tables at once, each naming what an earlier one adds', () => {
  const plan = filledPlan()
  expect(plan.programmes.get(2)).toMatchObject({ code: 'MTQG-1', parent: 1 })
  expect(plan.lines.get(1)).toMatchObject({
    programme: 2,
    validUntil: 2028,
    eligibility: { sectors: ['giao thông', 'y tế'], places: [], groups: [], borderOnly: true },
  })
  expect(plan.lines.get(1)?.years.get(2027)).toEqual({ ceiling: 6_000_000_000n, reserve: 0n })
  expect(plan.projects.get(1)).toMatchObject({
    isBorder: true,
    capitalType: 'development',
    totalInvestment: 9_000_000_000n,
  })
  expect(plan.allocations.get({ project: 1, line: 1, year: 2026 })).toMatchObject({
    amount: 4_000_000_000n,
    note: 'đợt 1',
    isHeld: false,
  })
})

test('changes nothing when the same tables come again', () => {
  const plan = filledPlan()
  const again = importInto(plan, {
    programmes: PROGRAMMES,
    lines: LINES,
    projects: PROJECTS,
    allocations: ALLOCATIONS,
  })
  expect(again).toEqual({ added: 0, updated: 0, unchanged: 5, problems: [] })
})

test('leaves what a table does not mention, and clears what it leaves empty', () => {
  const plan = filledPlan()
  importInto(plan, { projects: 'code,place,need_2026\n7800001,,\n' })
  expect(plan.projects.get(1)).toMatchObject({
    name: 'Đường A',
    place: '',
    totalInvestment: 9_000_000_000n,
  })
  expect([...(plan.projects.get(1)?.needs ?? [])]).toEqual([[2027, 5_000_000_000n]])
  importInto(plan, { lines: 'code,year,reserve\nTW,2026,7\n' })
  expect(plan.lines.get(1)?.years.get(2026)).toEqual({ ceiling: 5_000_000_000n, reserve: 7n })
})

test('reads tasks, regions, stages and the shares of programmes, and leaves what has no column', () => {
  const plan = filledPlan()
  const result = importInto(plan, {
    lines: 'code,stages,regions\nTW,new-start;Chuyển tiếp,Khu vực III;none\n',
    tasks: 'Mã,Nhiệm vụ,Căn cứ\nNV1,Giao thông,Chỉ thị\n',
    projects: 'code,region,ratios\n7800001,III,"MTQG=60,05"\n',
  })
  expect(result).toEqual({ added: 1, updated: 2, unchanged: 0, problems: [] })
  expect(plan.lines.get(1)?.eligibility).toMatchObject({
    sectors: ['giao thông', 'y tế'],
    stages: ['new-start', 'transitional'],
    regions: ['III', ''],
  })
  expect(plan.tasks.get(1)).toEqual({ id: 1, code: 'NV1', name: 'Giao thông', basis: 'Chỉ thị' })
  const shares = new Map([[1, 6_005]])
  expect(plan.projects.get(1)).toMatchObject({ name: 'Đường A', region: 'III', ratios: shares })
  importInto(plan, { projects: 'code,name\n7800001,Đường A\n' })
  expect(plan.projects.get(1)?.ratios).toEqual(shares)
})

test('reads the headings and words a Vietnamese table uses, in triệu', () => {
  const plan = emptyPlan()
  const result = importInto(
    plan,
    {
      programmes: 'Mã,Tên chương trình,Loại\nCT,Giảm nghèo,Chương trình mục tiêu quốc gia\n',
      lines:
        'Mã nguồn vốn;Tên nguồn vốn;Chương trình;Cấp ngân sách;Tính chất vốn;Năm;Trần vốn (triệu đồng);Chỉ xã biên giới\n' +
        'TW;Vốn TW;CT;Ngân sách trung ương;Sự nghiệp;2026;1.234,567891;Có\n',
      projects:
        'STT;Mã dự án;Danh mục dự án;Địa điểm XD;Nhóm;Tình trạng;TMĐT;Lũy kế vốn đã bố trí;Nhu cầu 2026;Ghi chú\n' +
        '1;7800001;Đường A;Mô Rai;nhóm B;Khởi công mới;12.000,5;1.000;2.000,25;x\n',
      allocations: 'Mã dự án;Nguồn vốn;Năm;Số tiền\n7800001;TW;2026;0,000001\n',
    },
    { unit: 'million', numberFormat: 'vi' },
  )
  expect(result.problems).toEqual([])
  expect(plan.lines.get(1)).toMatchObject({
    source: 'central',
    capitalType: 'recurrent',
    eligibility: { borderOnly: true },
  })
  expect(plan.lines.get(1)?.years.get(2026)?.ceiling).toBe(1_234_567_891n)
  expect(plan.projects.get(1)).toMatchObject({
    group: 'B',
    stage: 'new-start',
    totalInvestment: 12_000_500_000n,
    fundedBefore: 1_000_000_000n,
  })
  expect(plan.allocations.get({ project: 1, line: 1, year: 2026 })?.amount).toBe(1n)
})

describe('a project without a code', () => {
  const rows =
    'name,place,group,stage,need_2026\nĐường B,Bờ Y,C,new-start,5\nĐường C,Bờ Y,C,new-start,6\n'

  test('becomes the next free draft', () => {
    const plan = emptyPlan()
    importInto(plan, { projects: 'code,name,group,stage\nDRAFT-1,Đường A,C,new-start\n' })
    importInto(plan, { projects: rows })
    expect([...plan.projects.values()].map(({ code }) => code)).toEqual([
      'DRAFT-1',
      'DRAFT-2',
      'DRAFT-3',
    ])
  })

  test('is known again by its name and place', () => {
    const plan = emptyPlan()
    importInto(plan, { projects: rows })
    expect(importInto(plan, { projects: rows.replace(',5', ',7') })).toMatchObject({
      added: 0,
      updated: 1,
      unchanged: 1,
    })
    expect(plan.projects.size).toBe(2)
  })

  test('may not come twice in one import', () => {
    const result = importInto(emptyPlan(), { projects: `${rows}đường b,bờ y,C,new-start,5\n` })
    expect(result.problems).toMatchObject([{ code: 'row-conflict', row: 4, detail: { first: 2 } }])
  })
})

test('says so when it assumes a group and a stage', () => {
  const plan = emptyPlan()
  const { problems } = importInto(plan, { projects: 'code,name,group\n7800001,Đường A,\n' })
  expect(problems).toMatchObject([
    { code: 'value-assumed', severity: 'warning', row: 2, column: 'C (group)', value: 'C' },
    { code: 'value-assumed', severity: 'warning', row: 1, column: 'stage', value: 'new-start' },
  ])
  expect(plan.projects.get(1)).toMatchObject({ group: 'C', stage: 'new-start' })
})

test('leaves provenance columns alone and names columns it does not know', () => {
  const { problems } = importInto(filledPlan(), {
    programmes: `${PROGRAMMES.replace('parent', 'parent,source,trust').replaceAll('MTQG,national', 'MTQG,national')}`,
    lines: 'code,trust,data_source,màu sắc\nTW,real,QĐ 1,đỏ\n',
  })
  expect(problems).toMatchObject([
    { code: 'column-unknown', severity: 'info', row: 1, column: 'D (màu sắc)', value: 'màu sắc' },
  ])
})

describe('allocations', () => {
  const head = 'project,line,year,amount\n'

  test('of 0 clear the cell, of nothing leave it', () => {
    const plan = filledPlan()
    expect(importInto(plan, { allocations: `${head}7800001,TW,2026,-\n` })).toMatchObject({
      updated: 0,
      unchanged: 1,
    })
    expect(
      importInto(plan, { allocations: `${head}7800001,TW,2026,0\n7800001,TW,2027,0\n` }),
    ).toMatchObject({ updated: 1 })
    expect(plan.allocations.size).toBe(0)
  })

  test('do not move a held cell', () => {
    const plan = filledPlan()
    const cell = { project: 1, line: 1, year: 2026 }
    const held = plan.allocations.get(cell)
    if (held) plan.allocations.set({ ...held, isHeld: true })
    expect(importInto(plan, { allocations: ALLOCATIONS }).problems).toEqual([])
    const { problems } = importInto(plan, { allocations: `${head}7800001,TW,2026,5\n` })
    expect(problems).toMatchObject([
      { code: 'cell-held', row: 2, column: 'D (amount)', value: '5' },
    ])
    expect(plan.allocations.get(cell)?.amount).toBe(4_000_000_000n)
  })
})

describe('refuses, names the cell and writes nothing', () => {
  const cases: [string, Partial<Record<TableKind, string>>, object][] = [
    [
      'a code twice',
      { projects: 'code,name,group,stage\n7800002,A,B,new-start\n7800002,B,B,new-start\n' },
      {
        file: 'projects.csv',
        sheet: '',
        row: 3,
        column: 'A (code)',
        code: 'code-duplicate',
        value: '7800002',
      },
    ],
    [
      'an unknown programme',
      { lines: 'code,name,source,programme\nX,X,central,KHONG\n' },
      { row: 2, code: 'programme-unknown', value: 'KHONG' },
    ],
    [
      'a programme above itself',
      { programmes: 'code,parent\nMTQG,MTQG-1\n' },
      { row: 2, code: 'programme-loop' },
    ],
    [
      'a line that contradicts itself',
      {
        lines: LINES.replace(
          'Vốn TW,MTQG-1,central,development,2027',
          'Vốn khác,MTQG-1,central,development,2027',
        ),
      },
      { row: 3, column: 'B (name)', code: 'row-conflict', value: 'Vốn khác', detail: { first: 2 } },
    ],
    [
      'a line and year twice',
      { lines: 'code,year,ceiling\nTW,2026,200000000\nTW,2026,300000000\n' },
      { row: 3, code: 'row-conflict', value: '2026' },
    ],
    [
      'an allocation twice',
      { allocations: `${ALLOCATIONS}7800001,TW,2026,1,\n` },
      { row: 3, code: 'row-conflict' },
    ],
    [
      'a year outside the plan',
      { allocations: 'project,line,year,amount\n7800001,TW,2031,1\n' },
      { row: 2, code: 'year-outside-plan', value: '2031' },
    ],
    [
      'a need outside the plan',
      { projects: 'code,need_2031\n7800001,5\n' },
      { row: 2, code: 'year-outside-plan', value: '2031' },
    ],
    [
      'a year that is none',
      { projects: 'code,end_year\n7800001,27\n' },
      { row: 2, code: 'year-invalid', value: '27' },
    ],
    [
      'an unknown word',
      { projects: 'code,group\n7800001,D\n' },
      { row: 2, code: 'value-unknown', value: 'D', detail: { expected: 'national, A, B, C' } },
    ],
    [
      'a share of a programme below another',
      { projects: 'code,ratios\n7800001,MTQG-1=60\n' },
      { row: 2, column: 'B (ratios)', code: 'programme-below', value: 'MTQG-1' },
    ],
    [
      'a share of an unknown programme',
      { projects: 'code,ratios\n7800001,KHONG=60\n' },
      { row: 2, code: 'programme-unknown', value: 'KHONG' },
    ],
    [
      'a share above the whole',
      { projects: 'code,ratios\n7800001,MTQG=100.01\n' },
      { row: 2, code: 'ratio-invalid', value: 'MTQG=100.01' },
    ],
    [
      'a programme with two shares',
      { projects: 'code,ratios\n7800001,MTQG=60;MTQG=40\n' },
      { row: 2, code: 'ratio-invalid', value: 'MTQG=40' },
    ],
    [
      'an unknown region',
      { projects: 'code,region\n7800001,IV\n' },
      { row: 2, code: 'value-unknown', detail: { expected: 'I, II, III, none' } },
    ],
    [
      'a task twice',
      { tasks: 'code,name,basis\nNV1,A,\nNV1,B,\n' },
      { row: 3, code: 'code-duplicate', value: 'NV1' },
    ],
    [
      'a new line without a source',
      { lines: 'code,name\nX,X\n' },
      { row: 1, column: 'source', code: 'column-missing' },
    ],
    [
      'a new programme without a name',
      { programmes: 'code,name,kind\nX,,target\n' },
      { row: 2, column: 'B (name)', code: 'value-missing' },
    ],
    [
      'a column twice',
      { projects: 'code,name,Mã dự án\n7800001,A,7800001\n' },
      { row: 1, code: 'column-duplicate', value: 'Mã dự án' },
    ],
    [
      'control characters',
      { projects: 'code,name\n7800001,A\u202Eb\n' },
      { row: 2, column: 'B (name)', code: 'text-invalid' },
    ],
    [
      'too many cells',
      { projects: 'code,name\n7800001,Đường 1,5 km\n' },
      { row: 2, column: 'C', code: 'row-incomplete', value: '5 km' },
    ],
    [
      'more than 10^15',
      { projects: 'code,need_2026\n7800001,1000000000000001\n' },
      { row: 2, code: 'amount-too-large' },
    ],
    [
      'exponents',
      { projects: 'code,need_2026\n7800001,1e3\n' },
      { row: 2, code: 'amount-invalid', value: '1e3' },
    ],
    [
      'foreign digits',
      { projects: 'code,need_2026\n7800001,１２\n' },
      { row: 2, code: 'amount-invalid' },
    ],
  ]

  test.each(cases)('%s', (_name, tables, problem) => {
    const plan = filledPlan()
    const { changes, result } = planImport(
      plan,
      Object.fromEntries(
        Object.entries(tables).map(([kind, text]) => [kind, tableOf(text, `${kind}.csv`)]),
      ),
      DONG,
    )
    expect(result.problems).toMatchObject([{ severity: 'error', ...problem }])
    expect(changes).toEqual([])
    expect(result).toMatchObject({ added: 0, updated: 0, unchanged: 0 })
  })
})

describe('the tables with one defect', () => {
  const file = (name: string) => tableOf(readFileSync(`test/fixtures/bad/${name}`, 'utf8'), name)

  function planWithBase(): Plan {
    const plan = emptyPlan()
    const kinds = ['programmes', 'lines', 'projects', 'allocations'] as const
    const tables = Object.fromEntries(kinds.map((kind) => [kind, file(`base-${kind}.csv`)]))
    const { changes, result } = planImport(plan, tables, DONG)
    expect(result.problems).toEqual([])
    for (const change of changes) applyChange(plan, change)
    return plan
  }

  test.each([
    [
      'projects-duplicate-code.csv',
      {
        code: 'code-duplicate',
        row: 4,
        column: 'A (code)',
        value: '7700001',
        detail: { first: 2 },
      },
    ],
    [
      'allocations-underscore-amount.csv',
      { code: 'amount-invalid', row: 3, value: '1_500_000_000' },
    ],
    [
      'allocations-ambiguous-number.csv',
      {
        code: 'number-format-ambiguous',
        row: 2,
        column: 'D (amount)',
        detail: { value: '1.234', vi: '1234', en: '1.234' },
      },
    ],
    ['allocations-missing-column.csv', { code: 'column-missing', row: 1, column: 'line' }],
    ['allocations-unknown-line.csv', { code: 'line-unknown', row: 3, value: 'T-KHONG-CO' }],
    ['allocations-unknown-project.csv', { code: 'project-unknown', row: 3, value: '7799999' }],
    ['allocations-negative-amount.csv', { code: 'amount-negative', row: 3, value: '-1500000000' }],
    [
      'allocations-fraction-of-dong.csv',
      { code: 'amount-not-whole', row: 3, value: '1.500.000.000,5' },
    ],
    ['allocations-unknown-year.csv', { code: 'year-outside-plan', row: 3, value: '2035' }],
    [
      'lines-bad-enum.csv',
      { code: 'value-unknown', row: 3, column: 'D (source)', value: 'village' },
    ],
    ['empty.csv', { code: 'table-empty' }],
    ['allocations-header-only.csv', { code: 'table-empty', row: 1 }],
  ])('%s', (name, problem) => {
    const kind = name.includes('-') ? (name.split('-')[0] as TableKind) : 'allocations'
    const { changes, result } = planImport(planWithBase(), { [kind]: file(name) }, DONG)
    expect(result.problems).toMatchObject([{ file: name, severity: 'error', ...problem }])
    expect(changes).toEqual([])
  })

  test('an ambiguous column is read once its format is named', () => {
    const table = file('allocations-ambiguous-number.csv')
    const { result } = planImport(
      planWithBase(),
      { allocations: table },
      { unit: 'million', numberFormat: 'vi' },
    )
    expect(result.problems).toEqual([])
  })
})

describe('what contradicts itself is told by cell', () => {
  test.each([
    [
      'a day no calendar has stops the import',
      { projects: 'code,name,decision_date\n7800002,B,31/02/2025\n' },
      { row: 2, column: 'C (decision_date)', code: 'date-invalid', severity: 'error' },
    ],
    [
      'an end before the start',
      { projects: 'code,name,start_year,end_year\n7800002,B,2028,2026\n' },
      { row: 2, column: 'D (end_year)', code: 'years-reversed', severity: 'warning' },
    ],
    [
      'a reserve above its ceiling',
      { lines: 'code,year,ceiling,reserve\nTW,2026,5,9\n' },
      { row: 2, column: 'D (reserve)', code: 'reserve-above-ceiling', severity: 'warning' },
    ],
  ])('%s', (_name, tables, problem) => {
    const { problems } = importInto(filledPlan(), tables)
    expect(problems).toContainEqual(expect.objectContaining(problem))
  })
})
