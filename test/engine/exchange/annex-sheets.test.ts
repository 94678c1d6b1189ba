import { describe, expect, test } from 'vitest'
import type { TableKind, TableMapping } from '../../../src/contract/tables.ts'
import type { Plan } from '../../../src/core/plan.ts'
import { applyChange } from '../../../src/core/plan-change.ts'
import { type ImportTable, planImport } from '../../../src/engine/exchange/import-plan.ts'
import { chooseTables, readTables } from '../../../src/engine/exchange/read-table.ts'
import { type AnnexSheet, makeAnnexes } from './make-annex.ts'
import { emptyPlan } from './random-plan.ts'
import type { CellRange } from '../../../src/engine/exchange/sheet-table.ts'
import { tableOf } from './table-of.ts'

async function importSheets(
  plan: Plan,
  bytes: Uint8Array,
  kinds: readonly TableKind[],
  mapping?: TableMapping,
) {
  const sheets = await readTables(bytes, 'a.xlsx')
  const tables: Partial<Record<TableKind, ImportTable[]>> = {}
  for (const kind of kinds) {
    tables[kind] = chooseTables(sheets, kind, mapping).map((table) => ({
      file: 'a.xlsx',
      ...table,
      ...(mapping ? { mapping } : {}),
    }))
  }
  const { changes, result } = planImport(plan, tables, { unit: 'auto', numberFormat: 'auto' })
  for (const change of changes) applyChange(plan, change)
  return result
}

const errorsOf = (result: { problems: readonly { severity: string }[] }) =>
  result.problems.filter(({ severity }) => severity === 'error')

/** A row with values at some columns, from 0. */
function rowAt(values: Readonly<Record<number, string | number>>): (string | number | null)[] {
  const width = Math.max(...Object.keys(values).map(Number)) + 1
  return Array.from({ length: width }, (_, i) => values[i] ?? null)
}

/** Layout A: name, code, place, total investment, funded before. */
const sheetA = (
  name: string,
  projects: readonly (readonly [string, string, number | string, number | string])[],
): AnnexSheet => ({
  name,
  layout: 'A',
  year: 2026,
  rows: projects.map(([code, title, total, before], i) =>
    rowAt({ 0: i + 1, 1: title, 2: code, 3: 'C', 4: 'Xã Mô Rai', 8: total, 16: before }),
  ),
})

describe('a workbook with several annex sheets', () => {
  test('is read whole in one import, each sheet told', async () => {
    const plan = emptyPlan()
    const bytes = await makeAnnexes([
      sheetA('PL 01 Giao thông', [['7800001', 'Đường A', 100, 10]]),
      sheetA('PL 02 Giáo dục', [
        ['7800002', 'Trường B', 200, 20],
        ['7800003', 'Trường C', 300, 30],
      ]),
    ])
    const result = await importSheets(plan, bytes, ['projects'])
    expect(errorsOf(result)).toEqual([])
    expect(result.tables.map(({ sheet, rows }) => [sheet, rows])).toEqual([
      ['PL 01 Giao thông', 1],
      ['PL 02 Giáo dục', 2],
    ])
    expect([...plan.projects.values()].map(({ code }) => code)).toEqual([
      '7800001',
      '7800002',
      '7800003',
    ])
    expect(result.missing).toEqual([])
  })

  test('may tell of one project on two sheets: a blank there takes nothing away', async () => {
    const plan = emptyPlan()
    const bytes = await makeAnnexes([
      sheetA('PL 01', [['7800001', 'Đường A', 100, '']]),
      sheetA('PL 02', [['7800001', 'Đường A', '', 30]]),
    ])
    expect(errorsOf(await importSheets(plan, bytes, ['projects']))).toEqual([])
    expect(plan.projects.get(1)).toMatchObject({
      totalInvestment: 100_000_000n,
      fundedBefore: 30_000_000n,
    })
  })

  test('is refused where two sheets contradict each other, both places named, and the same amount in another unit does not', async () => {
    const plan = emptyPlan()
    const rows = [['7800001', 'Đường A', 100, 10]] as const
    const thousand = { ...sheetA('PL 02', [['7800001', 'Đường A', 100_000, 10_000]]) }
    const same = await makeAnnexes([
      sheetA('PL 01', rows),
      { ...thousand, note: 'ĐVT: nghìn đồng' },
    ])
    expect(errorsOf(await importSheets(emptyPlan(), same, ['projects']))).toEqual([])
    const other = await makeAnnexes([
      sheetA('PL 01', rows),
      sheetA('PL 02', [['7800001', 'Đường A', 101, 10]]),
    ])
    const result = await importSheets(plan, other, ['projects'])
    expect(errorsOf(result)).toMatchObject([
      {
        code: 'sheet-conflict',
        sheet: 'PL 02',
        row: 11,
        column: expect.stringMatching(/^I /),
        value: '101',
        detail: { sheet: 'PL 01', first: 11, other: '100' },
      },
    ])
    expect(plan.projects.size).toBe(0)
  })

  test('gives projects without a code one draft code each, the same for the same name and place', async () => {
    const plan = emptyPlan()
    const bytes = await makeAnnexes([
      sheetA('PL 01', [['', 'Đường A', 100, 10]]),
      sheetA('PL 02', [
        ['', 'Trường B', 200, 20],
        ['', 'Đường A', 100, 10],
      ]),
    ])
    expect(errorsOf(await importSheets(plan, bytes, ['projects']))).toEqual([])
    expect([...plan.projects.values()].map(({ code, name }) => [code, name])).toEqual([
      ['DRAFT-1', 'Đường A'],
      ['DRAFT-2', 'Trường B'],
    ])
  })

  test('is read on one sheet alone where the person names it or its columns, the others told', async () => {
    const bytes = await makeAnnexes([
      sheetA('PL 01', [['7800001', 'Đường A', 100, 10]]),
      sheetA('PL 02', [['7800002', 'Trường B', 200, 20]]),
    ])
    const named = await importSheets(emptyPlan(), bytes, ['projects'], { sheet: 'PL 02' })
    expect(named.tables.map(({ sheet }) => sheet)).toEqual(['PL 02'])
    const mapped = await importSheets(emptyPlan(), bytes, ['projects'], { columns: { Q: null } })
    expect(mapped.tables.map(({ sheet }) => sheet)).toEqual(['PL 01'])
    expect(mapped.problems).toContainEqual(
      expect.objectContaining({ code: 'sheet-left-out', value: 'PL 02' }),
    )
  })
})

test('every column of amounts tells how its numbers were read and what made it sure', async () => {
  const rows = [
    'Mã dự án,Danh mục dự án,Nhóm,Giai đoạn,Tổng mức đầu tư,Lũy kế vốn,Nợ đọng,Nhu cầu 2026,Nhu cầu 2027',
    '7800001,A,C,Khởi công mới,"1.234",500,"1,234.5",1.234,-',
    '7800002,B,C,Khởi công mới,"1.234.567",700,"2,000.25",5.678,-',
  ]
  const sheets = await readTables(Buffer.from(rows.join('\n')), 'a.csv')
  const tables = chooseTables(sheets, 'projects').map((table) => ({ file: 'a.csv', ...table }))
  const options = { unit: 'million', numberFormat: 'auto' } as const
  const { result } = planImport(emptyPlan(), { projects: tables }, options)
  const read = result.tables[0]?.columns.map(({ letter, numbers }) => [letter, numbers]) ?? []
  expect(Object.fromEntries(read)).toEqual({
    A: null,
    B: null,
    C: null,
    D: null,
    E: { format: 'vi', because: 'only-reading', value: '1.234.567', row: 3 },
    F: { format: 'plain', because: 'bare-digits', value: '', row: 0 },
    G: { format: 'en', because: 'only-reading', value: '1,234.5', row: 2 },
    H: { format: null, because: 'ambiguous', value: '1.234', row: 2 },
    I: { format: 'plain', because: 'number-cells', value: '', row: 0 },
  })
})

describe('what offices do to annexes', () => {
  const HEAD =
    'STT,Danh mục dự án,Mã dự án,Kế hoạch vốn năm 2026,,\n,,,Tổng số,Trong đó,\n,,,,TW,T1\n'

  const readText = async (text: string, kinds: readonly TableKind[]) => {
    const plan = emptyPlan()
    const lines = tableOf('code,name,source\nTW,Vốn trung ương,central\nT1,Vốn tỉnh,provincial\n')
    const sheets = await readTables(Buffer.from(text), 'a.csv')
    const tables = Object.fromEntries(
      kinds.map((kind) => [
        kind,
        chooseTables(sheets, kind).map((table) => ({ file: 'a.csv', ...table })),
      ]),
    )
    const options = { unit: 'auto', numberFormat: 'auto' } as const
    const { changes, result } = planImport(plan, { lines, ...tables }, options)
    for (const change of changes) applyChange(plan, change)
    return { plan, result }
  }

  test('headings and column numbers repeated on every printed page are no projects', async () => {
    const numbers = '1,2,3,4=5+6,5,6\n'
    const text = `${HEAD}${numbers}I,Giao thông,,2,2,\n1,Đường A,7800001,2,2,\n${HEAD}${numbers}2,Đường B,7800002,3,,3\n`
    const { plan, result } = await readText(text, ['projects', 'allocations'])
    expect(errorsOf(result)).toEqual([])
    expect([...plan.projects.values()].map(({ name }) => name)).toEqual(['Đường A', 'Đường B'])
    expect([...plan.allocations.values()].map(({ amount }) => amount)).toEqual([2n, 3n])
  })

  test('a column the allocations take is not said to be left out of the projects', async () => {
    const text = `${HEAD}1,Đường A,7800001,2,2,\n`
    const both = await readText(text, ['projects', 'allocations'])
    expect(both.result.problems.map(({ code }) => code)).not.toContain('column-not-taken')
    const alone = await readText(text, ['projects'])
    expect(alone.result.problems.map(({ code }) => code)).toContain('column-not-taken')
  })

  test('years under one heading over the period are each their own', async () => {
    const text =
      'KẾ HOẠCH TRUNG HẠN 2026-2028,,,,,,\nTT,Tên dự án,Mã số dự án,Nhu cầu vốn giai đoạn 2026-2028 (tỷ đồng),,,\n' +
      ',,,Tổng số,Năm 2026,Năm 2027\n1,Đường A,7800001,"0,9","0,4","0,5"\n'
    const { plan, result } = await readText(text, ['projects'])
    expect(errorsOf(result)).toEqual([])
    expect(plan.projects.get(1)?.needs).toEqual(
      new Map([
        [2026, 400_000_000n],
        [2027, 500_000_000n],
      ]),
    )
  })

  test('a hidden sheet is read only where it is named', async () => {
    const sheets = [
      { ...sheetA('Cũ', [['7800001', 'Đường A', 999, 10]]), isHidden: true },
      sheetA('PL 01', [['7800001', 'Đường A', 100, 10]]),
    ]
    const bytes = await makeAnnexes(sheets)
    const result = await importSheets(emptyPlan(), bytes, ['projects'])
    expect(errorsOf(result)).toEqual([])
    expect(result.tables.map(({ sheet }) => sheet)).toEqual(['PL 01'])
    expect(result.problems).toContainEqual(
      expect.objectContaining({ code: 'sheet-left-out', value: 'Cũ' }),
    )
    const named = await importSheets(emptyPlan(), bytes, ['projects'], { sheet: 'Cũ' })
    expect(named.tables.map(({ sheet }) => sheet)).toEqual(['Cũ'])
  })
})

test('an annex whose headings promise money and hold none is no obstacle to its projects', async () => {
  const plan = emptyPlan()
  const bytes = await makeAnnexes([sheetA('PL 01', [['7800001', 'Đường A', 100, 10]])])
  const result = await importSheets(plan, bytes, ['projects', 'allocations'])
  expect(errorsOf(result)).toEqual([])
  expect(result.problems).toContainEqual(
    expect.objectContaining({ code: 'line-column-none', severity: 'info', sheet: 'PL 01' }),
  )
  expect(plan.projects.size).toBe(1)
})

describe('several sources of one project on rows of their own', () => {
  const LINES = 'code,name,source\nTW,Vốn trung ương,central\nT1,Vốn tỉnh,provincial\n'
  const CELLS = [
    ['STT', 'Tên dự án', 'Mã dự án', 'Nguồn vốn', 'Năm', 'Kế hoạch vốn'],
    ['1', 'Đường A', '7800001', 'TW', '2026', '10'],
    ['', '', '', 'T1', '2026', '5'],
    ['', 'Tổng cộng', '', '', '', '15'],
  ]

  async function read(merges: readonly CellRange[]) {
    const rows = CELLS.map((cells, i) => ({ number: i + 1, cells }))
    const sheets = [{ sheet: 'Biểu', rows, formulas: 0, merges }]
    const tables = Object.fromEntries(
      (['projects', 'allocations'] as const).map((kind) => [
        kind,
        chooseTables(sheets, kind).map((table) => ({ file: 'a.xlsx', ...table })),
      ]),
    )
    const plan = emptyPlan()
    const options = { unit: 'dong', numberFormat: 'auto' } as const
    const { changes, result } = planImport(plan, { lines: tableOf(LINES), ...tables }, options)
    for (const change of changes) applyChange(plan, change)
    return { plan, result }
  }

  test('share a name and code merged down over them', async () => {
    const merges = [0, 1, 2].map((column) => ({ top: 2, bottom: 3, left: column, right: column }))
    const { plan, result } = await read(merges)
    expect(errorsOf(result)).toEqual([])
    expect([...plan.allocations.values()].map(({ amount }) => amount)).toEqual([10n, 5n])
    expect(result.problems.map(({ code }) => code)).not.toContain('subtotal-differs')
  })

  test('stop the import where nothing says whose they are', async () => {
    const { plan, result } = await read([])
    expect(errorsOf(result)).toMatchObject([{ code: 'row-unnamed', row: 3 }])
    expect(plan.allocations.size).toBe(0)
  })
})
