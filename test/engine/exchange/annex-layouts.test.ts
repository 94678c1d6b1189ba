import { expect, test } from 'vitest'
import type { TableKind } from '../../../src/contract/tables.ts'
import type { Plan } from '../../../src/core/plan.ts'
import { applyChange } from '../../../src/core/plan-change.ts'
import { type ImportTable, planImport } from '../../../src/engine/exchange/import-plan.ts'
import { chooseTables, findTables, readTables } from '../../../src/engine/exchange/read-table.ts'
import { makeAnnex } from './make-annex.ts'
import { emptyPlan } from './random-plan.ts'
import { tableOf } from './table-of.ts'

const AUTO = { unit: 'auto', numberFormat: 'auto' } as const

async function importAnnex(plan: Plan, bytes: Uint8Array, columns?: Record<string, string | null>) {
  const sheets = await readTables(bytes, 'a.xlsx')
  const tables: Partial<Record<TableKind, ImportTable[]>> = {}
  for (const { kind } of findTables(sheets)) {
    tables[kind] = chooseTables(sheets, kind).map((table) => ({
      file: 'a.xlsx',
      ...table,
      ...(columns && kind === 'allocations' ? { mapping: { columns } } : {}),
    }))
  }
  const { changes, result } = planImport(plan, tables, AUTO)
  for (const change of changes) applyChange(plan, change)
  const errors = result.problems.filter(({ severity }) => severity === 'error')
  return { ...result, errors }
}

/** A row with values at some columns, from 0. */
function rowAt(width: number, values: Readonly<Record<number, string | number>>) {
  return Array.from({ length: width }, (_, i) => values[i] ?? null)
}

const keysOf = ({ tables }: Awaited<ReturnType<typeof importAnnex>>, kind: TableKind) =>
  Object.fromEntries(
    tables
      .filter((table) => table.kind === kind)
      .flatMap(({ columns }) => columns)
      .flatMap(({ letter, key }) => (key === null ? [] : [[letter, key]])),
  )

/** Layout B reports disbursement in 48 columns under four rows of headings; it has no column of codes. */
const LAYOUT_B = [
  rowAt(48, { 0: 'I', 1: 'Giao thông', 4: 300, 6: 30, 17: 50, 24: 12 }),
  rowAt(48, {
    0: 1,
    1: 'Đường A',
    2: 'Xã Mô Rai',
    3: '1180/QĐ-UBND ngày 20/10/2025',
    4: 100,
    5: 80,
    6: 30,
    7: 20,
    17: 20,
    18: 20,
    24: 12,
    25: '60%',
    44: 'xong nền',
  }),
  rowAt(48, { 0: 2, 1: 'Đường B', 2: 'Xã Rờ Kơi', 4: 200, 6: '-', 17: 30, 18: 10, 21: 20 }),
]

test('layout B: projects and their year’s money are read, what was disbursed is left out and told', async () => {
  const plan = emptyPlan()
  const lines =
    'code,name,source,year,ceiling\nNS,Vốn ngân sách,provincial,2026,1\nSCL,Vốn SCL,other-legal,2026,1\n'
  for (const change of planImport(plan, { lines: tableOf(lines) }, AUTO).changes)
    applyChange(plan, change)
  const bytes = await makeAnnex('B', 2026, LAYOUT_B)
  const asked = await importAnnex(plan, bytes)
  expect(asked.errors).toMatchObject([
    { code: 'line-column-unknown', column: expect.stringMatching(/^S .*NSNN\)$/) },
  ])
  expect(plan.projects.size).toBe(0)
  const done = await importAnnex(plan, bytes, { S: 'line:NS:2026' })
  expect(done.errors).toEqual([])
  expect(keysOf(done, 'projects')).toEqual({
    B: 'name',
    C: 'place',
    D: 'decision',
    E: 'total_investment',
    G: 'funded_before',
  })
  expect(keysOf(done, 'allocations')).toEqual({
    B: 'name',
    R: 'stated:2026',
    S: 'line:NS:2026',
    V: 'line:SCL:2026',
    AV: 'note',
  })
  expect(plan.projects.get(1)).toMatchObject({
    code: 'DRAFT-1',
    name: 'Đường A',
    decision: '1180/QĐ-UBND',
    decisionDate: '20/10/2025',
    totalInvestment: 100_000_000n,
    fundedBefore: 30_000_000n,
  })
  expect(
    [...plan.allocations.values()].map(({ project, line, amount }) => [project, line, amount]),
  ).toEqual([
    [1, 1, 20_000_000n],
    [2, 1, 10_000_000n],
    [2, 2, 20_000_000n],
  ])
  const leftOut = done.problems.filter(({ code }) => code === 'column-not-taken')
  expect(leftOut.map(({ column }) => column.split(' ')[0])).toEqual(
    expect.arrayContaining(['F', 'H', 'L', 'O', 'W', 'Y', 'AI', 'AS']),
  )
})

test('layout C: a request for repairs is read by its own words, and no difference is taken for a need', async () => {
  const plan = emptyPlan()
  const row = rowAt(21, {
    0: 1,
    1: 'Sửa chữa trụ sở A',
    2: 'Phòng TC',
    3: 'Xã Mô Rai',
    4: 'xuống cấp',
    6: '100 m2',
    7: '2026-2027',
    8: 5000,
    9: 'QĐ 12, 01/02/2025',
    10: 4900,
    13: 1000,
    14: 2500,
    15: 2400,
    16: -100,
    18: 1500,
  })
  const done = await importAnnex(plan, await makeAnnex('C', 2026, [row]))
  expect(done.errors).toEqual([])
  expect(keysOf(done, 'projects')).toEqual({
    B: 'name',
    D: 'place',
    H: 'period',
    I: 'total_investment',
    J: 'decision',
    N: 'funded_before',
  })
  expect(plan.projects.get(1)).toMatchObject({
    name: 'Sửa chữa trụ sở A',
    place: 'Xã Mô Rai',
    startYear: 2026,
    endYear: 2027,
    totalInvestment: 5_000_000_000n,
    decision: 'QĐ 12',
    decisionDate: '01/02/2025',
    fundedBefore: 1_000_000_000n,
    needs: new Map(),
  })
  const leftOut = done.problems.filter(({ code }) => code === 'column-not-taken')
  expect(leftOut.map(({ column }) => column.split(' ')[0])).toEqual(
    expect.arrayContaining(['O', 'P', 'Q', 'S']),
  )
})
