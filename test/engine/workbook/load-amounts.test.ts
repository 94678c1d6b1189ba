import { expect, test } from 'vitest'
import { MAX_AMOUNT, money } from '../../../src/core/money.ts'
import { planAsChanges } from '../../../src/engine/plan-as-changes.ts'
import { WorkbookSession } from '../../../src/engine/session.ts'
import { loadAllocations, loadNeeds } from '../../../src/engine/workbook/load-amounts.ts'
import { query, readRows } from '../../../src/engine/workbook/tables.ts'
import { WorkbookFile } from '../../../src/engine/workbook/workbook-file.ts'
import { generatePlan } from '../../bench/generate-plan.ts'
import { useTemporaryFolder } from '../../builders/temporary-folder.ts'

useTemporaryFolder()

function openGenerated(): WorkbookSession {
  const plan = generatePlan({ projects: 60, lines: 7, allocations: 300 })
  const line = 1
  const year = 2026
  plan.allocations.set({
    project: 1,
    line,
    year,
    amount: money(MAX_AMOUNT),
    note: 'ghi chú',
    isHeld: true,
  })
  plan.allocations.set({
    project: 2,
    line,
    year,
    amount: money(MAX_AMOUNT - 1n),
    note: '',
    isHeld: true,
  })
  const session = new WorkbookSession(WorkbookFile.create(plan.settings, new Date(0), 'A'))
  session.edit({ kind: 'import', detail: { added: 1, updated: 0 } }, planAsChanges(plan))
  return session
}

test('allocations read by column are those read row by row as exact integers', () => {
  const { file } = openGenerated()
  const rows = readRows(file.db, query.selectFrom('allocations').selectAll())
  expect(rows.length).toBeGreaterThan(300)
  expect([...loadAllocations(file.db)]).toEqual(
    rows.map((row) => ({
      project: Number(row.project_id),
      line: Number(row.line_id),
      year: Number(row.year),
      amount: row.amount,
      note: row.note,
      isHeld: row.is_held === 1n,
    })),
  )
  file.discard()
})

test('needs read by column are those read row by row as exact integers', () => {
  const { file } = openGenerated()
  const rows = readRows(file.db, query.selectFrom('project_needs').selectAll())
  const read = [...loadNeeds(file.db)].flatMap(([project, needs]) =>
    [...needs].map(([year, need]) => ({ project_id: project, year, need })),
  )
  expect(read).toEqual(
    rows.map(({ need, ...at }) => ({
      project_id: Number(at.project_id),
      year: Number(at.year),
      need,
    })),
  )
  file.discard()
})

test('the tables take no amount that a double would not hold exactly', () => {
  const { file } = openGenerated()
  const beyond = MAX_AMOUNT + 1n
  for (const sql of ['UPDATE allocations SET amount = ?', 'UPDATE project_needs SET need = ?']) {
    expect(() => file.db.prepare(sql).run(beyond)).toThrow(/CHECK constraint failed/u)
  }
  file.discard()
})
