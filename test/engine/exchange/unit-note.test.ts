import { describe, expect, test } from 'vitest'
import { applyChange } from '../../../src/core/plan-change.ts'
import { type ImportOptions, planImport } from '../../../src/engine/exchange/import-plan.ts'
import { chooseTable, readTables } from '../../../src/engine/exchange/read-table.ts'
import { readUnitNote, unitInHeading } from '../../../src/engine/exchange/unit-note.ts'
import { emptyPlan } from './random-plan.ts'

test.each([
  ['ĐVT: triệu đồng', 'million'],
  ['Đơn vị tính: Triệu đồng', 'million'],
  ['(Đơn vị: tr.đ)', 'million'],
  ['ĐVT: 1.000 đồng', 'thousand'],
  ['Đơn vị tính: nghìn đồng', 'thousand'],
  ['Đơn vị tính: Tỷ đồng', 'billion'],
  ['Đơn vị: đồng', 'dong'],
  ['Unit: million đồng', 'million'],
  ['Đơn vị thực hiện: Ban quản lý dự án', null],
  ['Phụ lục II', null],
])('%s says %s', (text, unit) => {
  expect(readUnitNote(text)?.unit ?? null).toBe(unit)
})

test.each([
  ['Tổng mức đầu tư (triệu đồng)', 'million'],
  ['Nhu cầu 2026 (ĐVT: tỷ đồng)', 'billion'],
  ['Tổng số (tất cả các nguồn vốn)', null],
  ['Tỷ lệ (%)', null],
  ['Giá trị công trình (=Tổng mức đầu tư TMDT)', null],
])('the heading %s says %s', (heading, unit) => {
  expect(unitInHeading(heading)?.unit ?? null).toBe(unit)
})

const PROJECTS =
  'Phụ lục II,,\nĐVT: triệu đồng,,\nMã dự án,Tên dự án,Tổng mức đầu tư\n7800001,Đường A,"12,5"\n'

async function read(text: string, options: Partial<ImportOptions>) {
  const plan = emptyPlan()
  const found = chooseTable(await readTables(Buffer.from(text), 'a.csv'), 'projects')
  if (!found) throw new Error('no table')
  const { changes, result } = planImport(
    plan,
    { projects: { file: 'a.csv', ...found } },
    { unit: 'auto', numberFormat: 'vi', ...options },
  )
  for (const change of changes) applyChange(plan, change)
  const [project] = plan.projects.values()
  return { problems: result.problems, total: project?.totalInvestment }
}

describe('a table', () => {
  test('is read in the unit its note says, and says so once', async () => {
    const { problems, total } = await read(PROJECTS, {})
    expect(total).toBe(12_500_000n)
    expect(problems.filter(({ code }) => code === 'unit-noted')).toMatchObject([
      { severity: 'info', value: 'ĐVT: triệu đồng' },
    ])
  })

  test('is read in the unit its heading says before that of its note', async () => {
    const { total } = await read(PROJECTS.replace('đầu tư\n', 'đầu tư (tỷ đồng)\n'), {})
    expect(total).toBe(12_500_000_000n)
  })

  test('is read in the unit the person says, and the contradiction is told', async () => {
    const { problems, total } = await read(PROJECTS, { unit: 'billion' })
    expect(total).toBe(12_500_000_000n)
    expect(problems).toContainEqual(
      expect.objectContaining({
        code: 'unit-contradicted',
        severity: 'warning',
        value: 'ĐVT: triệu đồng',
      }),
    )
  })

  test('without a note is read in đồng', async () => {
    expect((await read('Mã dự án,Tên dự án,TMĐT\n7800001,A,1250\n', {})).total).toBe(1250n)
  })
})
