import { expect, test } from 'vitest'
import { cellKey } from '../../../src/core/allocation.ts'
import { applyChange } from '../../../src/core/plan-change.ts'
import { type ImportOptions, planImport } from '../../../src/engine/exchange/import-plan.ts'
import { emptyPlan } from './random-plan.ts'
import { tableOf } from './table-of.ts'

const OPTIONS: ImportOptions = { unit: 'dong', numberFormat: 'plain' }
const LINES = 'code,name,source,year,ceiling\nTW,Trung ương,central,2026,100\n'
const PROJECTS =
  'code,name,group,stage,need_2026\n7800001,A,C,new-start,5\n7800002,B,C,new-start,7\n'

function filled() {
  const plan = emptyPlan()
  const tables = { lines: tableOf(LINES), projects: tableOf(PROJECTS) }
  for (const change of planImport(plan, tables, OPTIONS).changes) applyChange(plan, change)
  return plan
}

test('an update shows what it adds, which fields it changes and what it does not mention', () => {
  const tables = {
    projects: tableOf(
      'code,name,group,stage,need_2026\n7800001,A,B,new-start,6\n7800003,C,C,new-start,1\n',
    ),
  }
  const { result } = planImport(filled(), tables, OPTIONS)
  expect(result).toMatchObject({ added: 1, updated: 1, unchanged: 0, missing: ['project:7800002'] })
  expect(result.entries[0]).toEqual({
    id: 'project:7800001',
    action: 'updated',
    fields: [
      { field: 'group', before: 'C', after: 'B' },
      { field: 'needs_2026', before: '5', after: '6' },
    ],
  })
  expect(result.entries[1]).toMatchObject({ id: 'project:7800003', action: 'added' })
})

test('what a person leaves stays as it stands, and so does what rests on it', () => {
  const tables = {
    projects: tableOf('code,name,group,stage\n7800001,A2,C,new-start\n7800003,C,C,new-start\n'),
    allocations: tableOf('project,line,year,amount\n7800003,TW,2026,9\n7800001,TW,2026,3\n'),
  }
  const plan = filled()
  const leave = ['project:7800003']
  const { changes, result } = planImport(plan, tables, { ...OPTIONS, leave })
  expect(result).toMatchObject({ added: 1, updated: 1, unchanged: 2 })
  for (const change of changes) applyChange(plan, change)
  expect([...plan.allocations].map(cellKey)).toEqual(['1:1:2026'])
  expect([...plan.projects.values()].map(({ name }) => name)).toEqual(['A2', 'B'])
})

test('a project whose shares rest on a programme left out is left out with it', () => {
  const tables = {
    programmes: tableOf('code,name,kind\nCT,Chương trình,target\n'),
    projects: tableOf('code,ratios\n7800001,CT=60.5\n'),
  }
  const { result } = planImport(filled(), tables, OPTIONS)
  expect(result.entries[1]?.fields).toEqual([{ field: 'ratios', before: '', after: 'CT=60.5' }])
  const { changes } = planImport(filled(), tables, { ...OPTIONS, leave: ['programme:CT'] })
  expect(changes).toEqual([])
})

test('tells how it read a table, column by column', () => {
  const table = tableOf(
    'Mã dự án;Tên dự án;Nhu cầu 2026 (triệu đồng);lạ\n7800001;A;1,5;\n',
    'a.csv',
  )
  const { result } = planImport(
    emptyPlan(),
    { projects: table },
    { unit: 'auto', numberFormat: 'auto' },
  )
  expect(result.tables).toMatchObject([
    {
      kind: 'projects',
      file: 'a.csv',
      isAnnex: false,
      headerRow: 1,
      rows: 1,
      unit: 'million',
      delimiter: ';',
      encoding: 'utf-8',
      columns: [
        { letter: 'A', key: 'code' },
        { key: 'name' },
        { key: 'need_2026' },
        { letter: 'D', key: null },
      ],
      sample: [['7800001', 'A', '1,5', '']],
    },
  ])
})
