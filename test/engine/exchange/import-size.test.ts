import { expect, test } from 'vitest'
import { applyChange } from '../../../src/core/plan-change.ts'
import { planImport } from '../../../src/engine/exchange/import-plan.ts'
import { emptyPlan } from './random-plan.ts'
import { tableOf } from './table-of.ts'

test('5,000 projects and 16,000 allocations go in whole', () => {
  const lines = Array.from({ length: 16 }, (_, i) => `L${i},Nguồn ${i},central,2026,1.000.000`)
  const projects = Array.from(
    { length: 5000 },
    (_, i) => `${7_000_001 + i},Dự án ${i},Xã ${i % 20},B,new-start,"12.345,5","1.234,567891"`,
  )
  const allocations = Array.from(
    { length: 16_000 },
    (_, i) =>
      `${7_000_001 + (i % 5000)},L${Math.floor(i / 5000)},2026,"1.234,${100000 + (i % 899_999)}"`,
  )
  const texts = {
    lines: `code,name,source,year,ceiling\n${lines.join('\n')}`,
    projects: `code,name,place,group,stage,total_investment,need_2026\n${projects.join('\n')}`,
    allocations: `project,line,year,amount\n${allocations.join('\n')}`,
  }
  const start = process.cpuUsage()
  const tables = Object.fromEntries(
    Object.entries(texts).map(([kind, text]) => [kind, tableOf(text)]),
  )
  const { changes, result } = planImport(emptyPlan(), tables, {
    unit: 'million',
    numberFormat: 'auto',
  })
  const { user, system } = process.cpuUsage(start)
  console.info(`reading and planning 21,016 rows: ${Math.round((user + system) / 1000)} ms of CPU`)
  expect(result.problems).toEqual([])
  expect(result.added).toBe(21_016)
  const plan = emptyPlan()
  for (const change of changes) applyChange(plan, change)
  const total = [...plan.allocations.values()].reduce((sum, { amount }) => sum + amount, 0n)
  const expected = allocations.reduce(
    (sum, row) => sum + BigInt((/"(.*)"/.exec(row)?.[1] ?? '').replace(/[.,]/g, '')),
    0n,
  )
  expect(total).toBe(expected)
})
