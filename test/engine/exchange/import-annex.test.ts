import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import type { TableKind, TableMapping } from '../../../src/contract/tables.ts'
import type { Plan } from '../../../src/core/plan.ts'
import { cellKey } from '../../../src/core/allocation.ts'
import { applyChange } from '../../../src/core/plan-change.ts'
import { PlanIndex } from '../../../src/core/plan-index.ts'
import { exportTable } from '../../../src/engine/exchange/export-plan.ts'
import {
  type ImportOptions,
  type ImportTable,
  planImport,
} from '../../../src/engine/exchange/import-plan.ts'
import { chooseTable, readTables } from '../../../src/engine/exchange/read-table.ts'
import { makeAnnex } from './make-annex.ts'
import { emptyPlan } from './random-plan.ts'
import { tableOf } from './table-of.ts'

const AUTO: ImportOptions = { unit: 'auto', numberFormat: 'auto' }

async function importAnnex(
  plan: Plan,
  bytes: Uint8Array,
  kinds: readonly TableKind[],
  mapping?: TableMapping,
) {
  const tables: Partial<Record<TableKind, ImportTable>> = {}
  for (const kind of kinds) {
    const table = chooseTable(await readTables(bytes, 'a.xlsx'), kind)
    if (table) tables[kind] = { file: 'a.xlsx', ...table, ...(mapping ? { mapping } : {}) }
  }
  const { changes, result } = planImport(plan, tables, AUTO)
  for (const change of changes) applyChange(plan, change)
  return result
}

/** A row of layout A: ordinal, name, code, group, place, capacity, years, decision, then amounts by column index. */
function rowA(
  [stt, name, code = null, group = null, place = null, years = null, decision = null]: readonly (
    | string
    | number
    | null
  )[],
  amounts: Readonly<Record<number, string | number>> = {},
) {
  const row = [stt ?? null, name ?? null, code, group, place, null, years, decision]
  return Array.from({ length: 32 }, (_, i) => row[i] ?? amounts[i] ?? null)
}

const LAYOUT_A = [
  rowA([null, 'TỔNG SỐ'], { 8: 600, 16: 60, 26: 111 }),
  rowA(['A', 'Nguồn ngân sách trung ương']),
  rowA(['I', 'Giao thông'], { 8: 300, 16: 30, 26: 51.000001 }),
  rowA([null, 'Dự án chuyển tiếp'], { 8: 300 }),
  rowA([1, 'Đường A', '7800001', 'B', 'Xã Mô Rai', '2025-2027', '1180/QĐ-UBND ngày 20/10/2025'], {
    8: 100,
    16: 10,
    26: 1.000001,
  }),
  rowA([2, 'Đường B', '7800002', 'C', 'Xã Rờ Kơi', '2026', null], { 8: 200, 16: 20, 26: 50 }),
  rowA(['II', 'Giáo dục'], { 8: 350, 16: '-', 26: 60 }),
  rowA([1, 'Trường C', '7800003', 'C', 'Xã Mô Rai', '2026-2028', null], {
    8: 300,
    16: 30,
    26: '-',
  }),
]

describe('layout A, 32 columns under five rows of headings', () => {
  test('is found on the second sheet and read in its unit, projects apart from groups and totals', async () => {
    const plan = emptyPlan()
    const bytes = await makeAnnex('A', 2026, LAYOUT_A)
    const { problems } = await importAnnex(plan, bytes, ['projects'])
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
    expect([...plan.projects.values()].map(({ code }) => code)).toEqual([
      '7800001',
      '7800002',
      '7800003',
    ])
    expect(plan.projects.get(1)).toMatchObject({
      name: 'Đường A',
      place: 'Xã Mô Rai',
      group: 'B',
      startYear: 2025,
      endYear: 2027,
      decision: '1180/QĐ-UBND',
      decisionDate: '20/10/2025',
      totalInvestment: 100_000_000n,
      fundedBefore: 10_000_000n,
      needs: new Map([[2026, 1_000_001n]]),
    })
    expect(problems).toContainEqual(
      expect.objectContaining({
        code: 'annex-read',
        detail: { from: 5, to: 9, projects: 3, groups: 5 },
      }),
    )
    expect(problems).toContainEqual(
      expect.objectContaining({ code: 'unit-noted', value: 'ĐVT: triệu đồng' }),
    )
  })

  test('compares stated sums with its own: a unit of difference is rounding, more is told', async () => {
    const { problems } = await importAnnex(emptyPlan(), await makeAnnex('A', 2026, LAYOUT_A), [
      'projects',
    ])
    const sums = problems.filter(({ code }) => code.startsWith('subtotal-'))
    expect(sums).toMatchObject([
      {
        code: 'subtotal-differs',
        severity: 'warning',
        row: 11,
        value: '111',
        detail: { computed: '51,000001' },
      },
      { code: 'subtotal-differs', row: 17, value: '350', detail: { computed: '300' } },
      { code: 'subtotal-differs', row: 17, value: '60', detail: { computed: '0' } },
    ])
  })

  test('takes the person’s word about a column before its own', async () => {
    const plan = emptyPlan()
    await importAnnex(plan, await makeAnnex('A', 2026, LAYOUT_A), ['projects'], {
      columns: { Q: null, I: 'advance' },
    })
    expect(plan.projects.get(1)).toMatchObject({
      fundedBefore: 0n,
      totalInvestment: 0n,
      advance: 100_000_000n,
    })
  })

  test('names the cell of an error value and writes nothing', async () => {
    const plan = emptyPlan()
    const rows = [...LAYOUT_A.slice(0, 5), rowA([2, 'Đường B', '7800002'], { 8: '#N/A' })]
    const { problems } = await importAnnex(plan, await makeAnnex('A', 2026, rows), ['projects'])
    expect(problems).toContainEqual(
      expect.objectContaining({
        severity: 'error',
        code: 'amount-invalid',
        row: 16,
        value: '#N/A',
      }),
    )
    expect(plan.projects.size).toBe(0)
  })
})

const SOURCES =
  'code,name,source,year,ceiling\nTW,Vốn trung ương,central,2026,900000000\nT1,Vốn tỉnh,provincial,2026,900000000\n' +
  'XS,Xổ số kiến thiết,lottery,2026,900000000\n'

const SOURCE_ANNEX = [
  'KẾ HOẠCH VỐN NĂM 2026,,,,,,,',
  'Đơn vị tính: triệu đồng,,,,,,,',
  'STT,Danh mục dự án,Mã dự án,Tổng mức đầu tư,Kế hoạch vốn năm 2026,,,Ghi chú',
  ',,,,Tổng số,Trong đó,,',
  ',,,,,NSTW,Vốn tỉnh,',
  '1,2,3,4,5=6+7,6,7,8',
  ',Tổng cộng,,,60,40,20,',
  'I,Giao thông,,,30,20,10,',
  '1,Đường A,7800001,100,30,20,10,',
  'II,Giáo dục,,,30,20,10,',
  '1,Trường B,7800002,200,31.5,20,10,',
].join('\n')

async function planWithLines(): Promise<Plan> {
  const plan = emptyPlan()
  for (const change of planImport(plan, { lines: tableOf(SOURCES) }, AUTO).changes)
    applyChange(plan, change)
  return plan
}

describe('source columns under “Trong đó”', () => {
  test('become allocations of the lines they name or leave as the only choice', async () => {
    const plan = await planWithLines()
    const { problems } = await importAnnex(plan, Buffer.from(SOURCE_ANNEX), [
      'projects',
      'allocations',
    ])
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(
      [...plan.allocations.values()].map(({ project, line, year, amount }) => [
        project,
        line,
        year,
        amount,
      ]),
    ).toEqual([
      [1, 1, 2026, 20_000_000n],
      [1, 2, 2026, 10_000_000n],
      [2, 1, 2026, 20_000_000n],
      [2, 2, 2026, 10_000_000n],
    ])
    expect(problems).toContainEqual(
      expect.objectContaining({
        code: 'line-column-guessed',
        severity: 'warning',
        detail: { line: 'TW', year: 2026 },
      }),
    )
    expect(problems).toContainEqual(
      expect.objectContaining({
        code: 'subtotal-differs',
        row: 11,
        value: '31.5',
        detail: expect.objectContaining({ computed: '30' }),
      }),
    )
  })

  test('stop the import where the line is not clear, until the person maps them', async () => {
    const plan = await planWithLines()
    const text = Buffer.from(SOURCE_ANNEX.replace('NSTW', 'Vốn khác'))
    const { problems } = await importAnnex(plan, text, ['projects', 'allocations'])
    expect(problems).toContainEqual(
      expect.objectContaining({
        code: 'line-column-unknown',
        severity: 'error',
        column: expect.stringMatching(/^F /),
      }),
    )
    expect(plan.projects.size).toBe(0)
    const mapped = await importAnnex(plan, text, ['projects', 'allocations'], {
      columns: { F: 'line:XS:2026' },
    })
    expect(mapped.problems.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(plan.allocations.get({ project: 1, line: 3, year: 2026 })?.amount).toBe(20_000_000n)
  })
})

test('our own annex reads back: the same money on the same lines', async () => {
  const plan = await planWithLines()
  await importAnnex(plan, Buffer.from(SOURCE_ANNEX), ['projects', 'allocations'])
  const bytes = await exportTable(plan, new PlanIndex(plan), 'matrix', 'xlsx', {
    unit: 'million',
    language: 'vi',
    year: 2026,
  })
  const copy = await planWithLines()
  const { problems } = await importAnnex(copy, bytes, ['projects', 'allocations'])
  expect(
    problems.filter(({ severity, code }) => severity !== 'info' && code !== 'value-assumed'),
  ).toEqual([])
  expect([...copy.allocations.values()]).toEqual([...plan.allocations.values()])
  expect([...copy.projects.values()].map(({ totalInvestment }) => totalInvestment)).toEqual(
    [...plan.projects.values()].map(({ totalInvestment }) => totalInvestment),
  )
})

test('a tracker with a row per source and year gives one project and many allocations', async () => {
  const text = [
    'STT,Mã dự án,Tên dự án,Tổng mức đầu tư,Mã nguồn vốn,Năm,Số vốn bố trí',
    '1,7800001,Đường A,500,TW,2026,20',
    '2,7800001,Đường A,500,T1,2026,10',
    '3,7800001,Đường A,500,T1,2027,5',
    ',,Tổng cộng,,,,35',
  ].join('\n')
  const plan = await planWithLines()
  const { problems } = await importAnnex(plan, Buffer.from(text), ['projects', 'allocations'])
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
  expect(plan.projects.size).toBe(1)
  expect([...plan.allocations].map(cellKey)).toEqual(['1:1:2026', '1:2:2026', '1:2:2027'])
  const conflict = text.replace('3,7800001,Đường A,500', '3,7800001,Đường A,501')
  const again = await importAnnex(await planWithLines(), Buffer.from(conflict), ['projects'])
  expect(again.problems).toContainEqual(
    expect.objectContaining({
      code: 'row-conflict',
      row: 4,
      value: '501',
      detail: expect.objectContaining({ first: 2 }),
    }),
  )
})

describe('thousand-fold slips', () => {
  const cases = parse(readFileSync('test/fixtures/annex/real_excel_error_cases.csv'), {
    columns: true,
    bom: true,
  }) as Record<string, string>[]
  const slips = cases.filter(
    ({ error_class, field_a, field_b }) =>
      error_class === 'decimal_point_1000x' && field_a === 'TMĐT' && field_b === 'KH vốn đã bố trí',
  )

  test.each(
    slips.map((row) => [
      row['project'] ?? '',
      row['value_a_trieu'] ?? '',
      row['value_b_trieu'] ?? '',
    ]),
  )('of %s are listed with both readings: %s beside %s', async (_name, total, funded) => {
    const text = `STT,Mã dự án,Tên dự án,TMĐT (triệu đồng),Lũy kế vốn đã bố trí (triệu đồng)\n1,7800001,A,"${total}","${funded}"\n`
    const plan = emptyPlan()
    const table = chooseTable(await readTables(Buffer.from(text), 'a.csv'), 'projects')
    if (!table) throw new Error('no table')
    const { result } = planImport(
      plan,
      { projects: { file: 'a.csv', ...table } },
      { unit: 'auto', numberFormat: 'plain' },
    )
    const read = BigInt(Math.round(Number(total) * 1_000_000)).toLocaleString('de-DE')
    expect(result.problems).toContainEqual(
      expect.objectContaining({
        code: 'thousandfold',
        severity: 'warning',
        value: total,
        detail: expect.objectContaining({ read, meant: `${read}.000` }),
      }),
    )
  })

  test('are not seen where a total is merely exceeded', async () => {
    const table = tableOf('code,name,total_investment,funded_before\n7800001,A,100,9000\n')
    const { result } = planImport(emptyPlan(), { projects: table }, AUTO)
    expect(result.problems.map(({ code }) => code)).not.toContain('thousandfold')
  })
})
