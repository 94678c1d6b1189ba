import Excel from 'exceljs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { UNITS, type Unit } from '../../../src/core/money.ts'
import type { Plan } from '../../../src/core/plan.ts'
import { TABLE_KINDS } from '../../../src/contract/tables.ts'
import { PlanIndex } from '../../../src/core/plan-index.ts'
import { amountText } from '../../../src/engine/exchange/amount-text.ts'
import { exportTable } from '../../../src/engine/exchange/export-plan.ts'
import { readCsv } from '../../../src/engine/exchange/csv.ts'
import { cellText } from '../../../src/engine/exchange/sheet-table.ts'
import { planImport } from '../../../src/engine/exchange/import-plan.ts'
import { applyChange } from '../../../src/core/plan-change.ts'
import { emptyPlan, randomPlan } from './random-plan.ts'
import { tableOf } from './table-of.ts'

async function annexOf(plan: Plan, unit: Unit, year?: number): Promise<Excel.Workbook> {
  const options = { unit, language: 'vi', ...(year === undefined ? {} : { year }) } as const
  const bytes = await exportTable(plan, new PlanIndex(plan), 'matrix', 'xlsx', options)
  const book = new Excel.Workbook()
  await book.xlsx.load(
    bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer,
  )
  return book
}

function smallPlan(): Plan {
  const plan = emptyPlan()
  const tables = {
    programmes: tableOf(
      'code,name,kind\nNSNN,Ngân sách,state-budget\nMTQG,Mục tiêu quốc gia,national-target\n',
    ),
    lines: tableOf(
      'code,name,programme,source,year,ceiling,reserve\nT1,Tỉnh,NSNN,provincial,2026,900000000,100000000\n' +
        'M1,TW đợt 1,MTQG,central,2026,500000000,\nM2,TW đợt 2,MTQG,central,2026,700000000,\n',
    ),
    projects: tableOf(
      'code,name,place,group,stage,total_investment,need_2026\n7800001,Đường A,Mô Rai,B,new-start,2000000000,800000000\n' +
        '7800002,"=HYPERLINK(""x"")",Bờ Y,B,new-start,1000000000,300000001\n',
    ),
    allocations: tableOf(
      'project,line,year,amount\n7800001,T1,2026,400000000\n7800001,M2,2026,150000000\n7800002,M1,2026,300000000\n',
    ),
  }
  const { changes, result } = planImport(plan, tables, { unit: 'dong', numberFormat: 'auto' })
  expect(result.problems.filter(({ severity }) => severity === 'error')).toEqual([])
  for (const change of changes) applyChange(plan, change)
  return plan
}

const values = (sheet: Excel.Worksheet | undefined, row: number) =>
  Array.from({ length: 11 }, (_, i) => {
    const { value } = sheet?.getCell(row, i + 1) ?? { value: undefined }
    return typeof value === 'object' && value !== null && 'formula' in value
      ? value.result
      : (value ?? '')
  })

test('prints one sheet a year, headings by programme and line, in the unit asked', async () => {
  const book = await annexOf(smallPlan(), 'million')
  expect(book.worksheets.map(({ name }) => name)).toEqual(['2026', '2027', '2028'])
  const sheet = book.getWorksheet('2026')
  expect(sheet?.getCell('A3').value).toBe('Đơn vị tính: triệu đồng')
  expect(values(sheet, 4).slice(7)).toEqual([
    'Ngân sách',
    'Mục tiêu quốc gia',
    'Mục tiêu quốc gia',
    'Còn thiếu',
  ])
  expect(values(sheet, 5).slice(7, 10)).toEqual(['T1 – Tỉnh', 'M1 – TW đợt 1', 'M2 – TW đợt 2'])
  expect(values(sheet, 6)).toEqual([
    1,
    '7800001',
    'Đường A',
    'Mô Rai',
    2000,
    800,
    550,
    400,
    '',
    150,
    250,
  ])
  expect(values(sheet, 7)).toEqual([
    2,
    '7800002',
    '=HYPERLINK("x")',
    'Bờ Y',
    1000,
    300.000001,
    300,
    '',
    300,
    '',
    0.000001,
  ])
  expect(values(sheet, 8)).toEqual([
    '',
    '',
    'Tổng cộng',
    '',
    3000,
    1100.000001,
    850,
    400,
    300,
    150,
    250.000001,
  ])
  expect(values(sheet, 11)).toEqual(['', '', 'Còn lại', '', '', '', 1150, 400, 200, 550, ''])
})

test('merges its headings, keeps them in view and prints landscape A3', async () => {
  const sheet = (await annexOf(smallPlan(), 'dong', 2026)).getWorksheet('2026')
  expect(sheet?.getCell('J4').master.address).toBe('I4')
  expect(sheet?.getCell('A5').master.address).toBe('A4')
  expect(sheet?.views[0]).toMatchObject({ state: 'frozen', xSplit: 3, ySplit: 5 })
  expect(sheet?.pageSetup).toMatchObject({ paperSize: 8, orientation: 'landscape', fitToWidth: 1 })
  expect(sheet?.pageSetup.printTitlesRow).toBe('4:5')
})

test('has no formula but its own sums, whose kept results are exact', async () => {
  await fc.assert(
    fc.asyncProperty(randomPlan, fc.constantFrom(...UNITS), async (plan, unit) => {
      const index = new PlanIndex(plan)
      const sheet = (await annexOf(plan, unit, 2026)).getWorksheet('2026')
      sheet?.eachRow((row) =>
        row.eachCell((cell) => {
          if (cell.formula) expect(cell.formula).toMatch(/^SUM\([A-Z]+\d+:[A-Z]+\d+\)$/)
        }),
      )
      const total = sheet?.getCell(6 + plan.projects.size, 7)
      const exact = amountText(index.totals(2026).allocated, unit)
      const shown = total?.result ?? total?.value
      const isText = typeof shown === 'string'
      expect(isText ? shown : Number(shown)).toBe(isText ? exact : Number(exact))
    }),
    { numRuns: 25 },
  )
})

test('is a flat table as csv', async () => {
  const plan = smallPlan()
  const bytes = await exportTable(plan, new PlanIndex(plan), 'matrix', 'csv', {
    unit: 'dong',
    language: 'en',
    year: 2026,
  })
  const rows = readCsv(bytes, 'a.csv').rows.map(({ cells }) => cells.map(cellText))
  expect(rows).toEqual([
    [
      'Year',
      'Project code',
      'Project',
      'Place',
      'Total investment',
      'Need',
      'Allocated',
      'T1',
      'M1',
      'M2',
      'Shortfall',
    ],
    [
      '2026',
      '7800001',
      'Đường A',
      'Mô Rai',
      '2000000000',
      '800000000',
      '550000000',
      '400000000',
      '',
      '150000000',
      '250000000',
    ],
    [
      '2026',
      '7800002',
      '=HYPERLINK("x")',
      'Bờ Y',
      '1000000000',
      '300000001',
      '300000000',
      '',
      '300000000',
      '',
      '1',
    ],
  ])
})

describe('other exports', () => {
  test('put every table in one workbook, one sheet each', async () => {
    const plan = smallPlan()
    const bytes = await exportTable(plan, new PlanIndex(plan), 'all', 'xlsx', {
      unit: 'dong',
      language: 'vi',
    })
    const book = new Excel.Workbook()
    await book.xlsx.load(
      bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer,
    )
    expect(book.worksheets.map(({ name }) => name)).toEqual(TABLE_KINDS)
  })

  test('refuse to put every table in one csv', async () => {
    const plan = smallPlan()
    const asked = exportTable(plan, new PlanIndex(plan), 'all', 'csv', {
      unit: 'dong',
      language: 'vi',
    })
    await expect(asked).rejects.toMatchObject({ code: 'export-format' })
  })

  test('list flags with a sentence and the amounts in đồng', async () => {
    const plan = smallPlan()
    const flag = {
      code: 'underfunded',
      severity: 'warning',
      subject: { kind: 'project', id: 1, code: '7800001' },
      year: 2026,
      detail: { need: 800n, allocated: 550n, shortfall: 250n, coverage: '68.75' },
      gauge: 250n,
      waiver: null,
    } as const
    const bytes = await exportTable(plan, new PlanIndex(plan), 'flags', 'csv', {
      unit: 'dong',
      language: 'vi',
      flags: [flag],
    })
    const [, row] = readCsv(bytes, 'a.csv').rows
    expect(row?.cells.slice(0, 5)).toEqual(['warning', 'underfunded', 'project', '7800001', '2026'])
    expect(cellText(row?.cells[5])).not.toBe('')
    expect(row?.cells.slice(6)).toEqual([
      'need=800; allocated=550; shortfall=250; coverage=68.75',
      'no',
      '',
      '',
      '',
    ])
  })

  test('say who accepted a flag, why and when', async () => {
    const plan = smallPlan()
    const at = '2026-03-01T08:30:00.000Z'
    const target = { rule: 'task-unfunded', subject: 'task', id: 1, year: null } as const
    const waiver = { ...target, reason: 'chờ vốn', by: 'Nguyễn Văn A', at, gauge: 1n }
    const flag = {
      code: 'task-unfunded',
      severity: 'info',
      subject: { kind: 'task', id: 1, code: 'NV1' },
      year: null,
      detail: {},
      gauge: 1n,
      waiver,
    } as const
    const bytes = await exportTable(plan, new PlanIndex(plan), 'flags', 'csv', {
      unit: 'dong',
      language: 'vi',
      flags: [flag],
    })
    const [header, row] = readCsv(bytes, 'a.csv').rows
    expect(header?.cells.slice(7)).toEqual(['waived', 'waiver_reason', 'waived_by', 'waived_at'])
    expect(row?.cells.slice(7)).toEqual(['yes', 'chờ vốn', 'Nguyễn Văn A', at])
  })
})

test('a row is as high as the text it wraps, so that no heading or name is cut on paper', async () => {
  const plan = smallPlan()
  const [project] = plan.projects.values()
  if (!project) throw new Error('the plan has projects')
  const name = 'Đường từ trung tâm xã đến các thôn biên giới và trường học '.repeat(3)
  plan.projects.set(project.id, { ...project, name })
  const sheet = (await annexOf(plan, 'dong')).getWorksheet('2026')
  const heights = [6, 7].map((row) => sheet?.getRow(row).height ?? 0)
  expect(heights[0]).toBeGreaterThanOrEqual(4 * 15)
  expect(heights[1]).toBeLessThan(20)
})
