import Excel from 'exceljs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { UNITS } from '../../../src/core/money.ts'
import type { Plan } from '../../../src/core/plan.ts'
import { applyChange } from '../../../src/core/plan-change.ts'
import { PlanIndex } from '../../../src/core/plan-index.ts'
import { exportTable } from '../../../src/engine/exchange/export-plan.ts'
import { planImport } from '../../../src/engine/exchange/import-plan.ts'
import { chooseTable, readTables } from '../../../src/engine/exchange/read-table.ts'
import { cellText } from '../../../src/engine/exchange/sheet-table.ts'
import { emptyPlan, randomPlan } from './random-plan.ts'
import { tableOf } from './table-of.ts'

type What = 'annual' | 'list'

function smallPlan(): Plan {
  const plan = emptyPlan()
  const tables = {
    programmes: tableOf(
      'code,name,kind\nNSNN,Ngân sách,state-budget\nMTQG,Mục tiêu,national-target\n',
    ),
    lines: tableOf(
      'code,name,programme,source,year,ceiling\nT1,Tỉnh,NSNN,provincial,2026,900000000\nM1,TW,MTQG,central,2026,500000000\n',
    ),
    projects: tableOf(
      'code,name,place,sector,group,stage,start_year,end_year,total_investment,funded_before,need_2027\n' +
        '7800001,Đường A,Mô Rai,giao thông,B,new-start,2026,2028,2000000000,1000000,800000000\n' +
        '7800002,"=HYPERLINK(""x"")",Bờ Y,y tế,B,new-start,2026,,1000000000,,300000001\n' +
        '7800003,Cầu C,Bờ Y,giao thông,C,new-start,2026,2027,5000000,,7\n',
    ),
    allocations: tableOf(
      'project,line,year,amount,note\n7800001,T1,2026,400000000,đợt 1\n7800001,M1,2026,150000000,\n7800003,M1,2027,300000001,\n',
    ),
  }
  const { changes, result } = planImport(plan, tables, { unit: 'dong', numberFormat: 'auto' })
  expect(result.problems.filter(({ severity }) => severity === 'error')).toEqual([])
  for (const change of changes) applyChange(plan, change)
  return plan
}

const bytesOf = (plan: Plan, what: What, year?: number, unit: (typeof UNITS)[number] = 'million') =>
  exportTable(plan, new PlanIndex(plan), what, 'xlsx', {
    unit,
    language: 'vi',
    year,
    stamp: 'mã nội dung abc · xuất lúc x',
  })

async function open(bytes: Uint8Array): Promise<Excel.Worksheet> {
  const book = new Excel.Workbook()
  await book.xlsx.load(
    bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer,
  )
  const [sheet] = book.worksheets
  if (!sheet) throw new Error('no sheet')
  return sheet
}

/** What a cell shows, as the decimal text we wrote. */
function shown(sheet: Excel.Worksheet, address: string): number {
  const cell = sheet.getCell(address)
  return Number(cell.result ?? cell.value ?? 0)
}

/** Works a formula out from the cells it names. */
function recalculate(sheet: Excel.Worksheet, formula: string): number {
  return [...formula.matchAll(/([A-Z]+)(\d+)(?::[A-Z]+(\d+))?/g)].reduce(
    (sum, [, letter, from, to]) => {
      let part = 0
      for (let row = Number(from); row <= Number(to ?? from); row += 1)
        part += shown(sheet, `${letter}${row}`)
      return sum + part
    },
    0,
  )
}

describe.each<What>(['annual', 'list'])('the sheet %s', (what) => {
  test('has no formula but sums of its own cells, which come to the values beside them', async () => {
    let formulas = 0
    await fc.assert(
      fc.asyncProperty(randomPlan, fc.constantFrom(...UNITS), async (plan, unit) => {
        const sheet = await open(await bytesOf(plan, what, 2027, unit))
        sheet.eachRow((row) =>
          row.eachCell((cell) => {
            if (!cell.formula) return
            formulas += 1
            expect(cell.formula).toMatch(/^SUM\([A-Z]+\d+[:,A-Z\d]*\)(\+SUM\([A-Z\d,]+\))*$/)
            const kept = Number(cell.result)
            expect(Math.abs(recalculate(sheet, cell.formula) - kept)).toBeLessThanOrEqual(
              Math.abs(kept) * 1e-12,
            )
          }),
        )
      }),
      { numRuns: 12 },
    )
    expect(formulas).toBeGreaterThan(20)
  })

  test('is set up for printing, its heading kept in view and repeated, stamped and to be signed', async () => {
    const sheet = await open(await bytesOf(smallPlan(), what, 2027))
    expect(sheet.pageSetup).toMatchObject({
      orientation: 'landscape',
      fitToWidth: 1,
      fitToHeight: 0,
    })
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', xSplit: 2 })
    expect(sheet.pageSetup.printTitlesRow).toMatch(/^4:\d+$/)
    expect(sheet.headerFooter.oddFooter).toContain('&P/&N')
    const texts: string[] = []
    sheet.eachRow((row) =>
      row.eachCell((cell) => typeof cell.value === 'string' && texts.push(cell.value)),
    )
    for (const text of [
      'Đơn vị tính: triệu đồng',
      'NGƯỜI LẬP BIỂU',
      'THỦ TRƯỞNG ĐƠN VỊ',
      'mã nội dung abc · xuất lúc x',
    ])
      expect(texts).toContain(text)
  })
})

test('the annual annex sums sectors and is read back with the same figures', async () => {
  const bytes = await bytesOf(smallPlan(), 'annual', 2027)
  const sheet = await open(bytes)
  const rows = Array.from({ length: 6 }, (_, i) =>
    [2, 9, 17, 19, 27, 28].map((column) => {
      const cell = sheet.getCell(10 + i, column)
      return cell.result ?? cell.value
    }),
  )
  expect(rows).toEqual([
    ['Tổng cộng', 3005, 551, 450.000001, 1100.000008, 300.000001],
    ['Giao thông', 2005, 551, 450.000001, 800.000007, 300.000001],
    ['Đường A', 2000, 551, 150, 800, null],
    ['Cầu C', 5, null, 300.000001, 0.000007, 300.000001],
    ['Y tế', 1000, 0, 0, 300.000001, 0],
    ['=HYPERLINK("x")', 1000, null, null, 300.000001, null],
  ])
  const copy = emptyPlan()
  const table = chooseTable(await readTables(bytes, 'a.xlsx'), 'projects')
  if (!table) throw new Error('no table')
  const { changes, result } = planImport(
    copy,
    { projects: { file: 'a.xlsx', ...table } },
    { unit: 'auto', numberFormat: 'auto' },
  )
  expect(
    result.problems.filter(({ severity, code }) => severity !== 'info' && code !== 'value-assumed'),
  ).toEqual([])
  for (const change of changes) applyChange(copy, change)
  expect(
    [...copy.projects.values()].map(({ code, totalInvestment, needs, group }) => [
      code,
      totalInvestment,
      needs.get(2027),
      group,
    ]),
  ).toEqual([
    ['7800001', 2_000_000_000n, 800_000_000n, 'B'],
    ['7800003', 5_000_000n, 7n, 'C'],
    ['7800002', 1_000_000_000n, 300_000_001n, 'B'],
  ])
})

test('the list goes from programme to line to project, year by year', async () => {
  const rows = (await readTables(await bytesOf(smallPlan(), 'list'), 'a.xlsx'))[0]?.rows ?? []
  const body = rows
    .slice(6, 13)
    .map(({ cells }) => [0, 1, 5, 6, 7, 9].map((column) => cellText(cells[column])))
  expect(body).toEqual([
    ['', 'Tổng cộng', '850.000001', '550', '300.000001', ''],
    ['A', 'Ngân sách', '400', '400', '0', ''],
    ['I', 'T1 – Tỉnh', '400', '400', '0', ''],
    ['1', 'Đường A', '400', '400', '', 'đợt 1'],
    ['B', 'Mục tiêu', '450.000001', '150', '300.000001', ''],
    ['I', 'M1 – TW', '450.000001', '150', '300.000001', ''],
    ['1', 'Đường A', '150', '150', '', ''],
  ])
})
