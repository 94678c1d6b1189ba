import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import type { Plan } from '../../../src/core/plan.ts'
import { salvageWorkbook } from '../../../src/engine/salvage-workbook.ts'
import { WorkbookSession } from '../../../src/engine/session.ts'
import { openMigrated } from '../../../src/engine/workbook/check-database.ts'
import { diagnose } from '../../../src/engine/workbook/diagnose.ts'
import { loadPlan } from '../../../src/engine/workbook/plan-store.ts'
import { readTrailer } from '../../../src/engine/workbook/trailer.ts'
import { refusalOf } from '../../builders/refusal.ts'
import { useTemporaryFolder } from '../../builders/temporary-folder.ts'

const folder = useTemporaryFolder()
const FIXTURE = fileURLToPath(new URL('../../fixtures/workbooks/version-1.lgw', import.meta.url))
const PAGE = 4096

const whole = readFileSync(FIXTURE)
const plan = planOf(whole)

function planOf(bytes: Uint8Array): Plan {
  const db = openMigrated(readTrailer(bytes).pages)
  try {
    return loadPlan(db)
  } finally {
    db.close()
  }
}

/** The pages of a table that hold rows, by number from 1. */
function leavesOf(table: string): readonly number[] {
  const path = folder.join('pages.db')
  copyFileSync(FIXTURE, path)
  const db = new Sqlite(path, { readonly: true })
  try {
    return db
      .prepare<[string], number>("SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf'")
      .pluck()
      .all(table)
  } finally {
    db.close()
  }
}

/** Writes the fixture with these pages wiped. */
function damage(pages: readonly number[]): string {
  const bytes = Buffer.from(whole)
  for (const page of pages) bytes.fill(0xa5, (page - 1) * PAGE, page * PAGE)
  const path = folder.join('hỏng.lgw')
  writeFileSync(path, bytes)
  return path
}

test('a damaged page is named by its table', () => {
  const [, second = 0] = leavesOf('projects')
  expect(diagnose(damage([second]))).toContainEqual({
    code: 'workbook-table-damaged',
    detail: { name: 'hỏng.lgw', table: 'projects' },
  })
})

test('a change of one amount by another program is named by its table, though every page is whole', () => {
  const path = folder.join('sửa.lgw')
  const pages = folder.join('sửa.db')
  writeFileSync(pages, readTrailer(whole).pages)
  const db = new Sqlite(pages)
  db.exec('UPDATE allocations SET amount = amount + 1 WHERE amount = 7000000000')
  db.close()
  copyFileSync(pages, path)
  expect(diagnose(path)).toEqual([{ code: 'history-differs', detail: { table: 'allocations' } }])
})

test('every row outside the damaged pages is saved, into a new workbook that says so', () => {
  const leaves = leavesOf('projects')
  const [, second = 0] = leaves
  expect(leaves.length).toBeGreaterThan(2)
  const { file, rows } = salvageWorkbook(damage([second]))
  const session = new WorkbookSession(file)
  const lost = plan.projects.size - session.plan.projects.size
  expect(lost).toBeGreaterThan(0)
  expect(lost).toBeLessThan(plan.projects.size / leaves.length + 8)
  for (const [id, project] of session.plan.projects) expect(project).toEqual(plan.projects.get(id))
  for (const allocation of session.plan.allocations) {
    expect(allocation).toEqual(plan.allocations.get(allocation))
  }
  expect(session.plan.lines).toEqual(plan.lines)
  const saved = [...plan.allocations.values()].filter(({ project }) =>
    session.plan.projects.has(project),
  )
  expect(session.plan.allocations.size).toBe(saved.length)
  expect(rows).toBeGreaterThan(session.plan.allocations.size)
  expect(session.plan.settings.title).toContain('cứu từ tệp hỏng')
  expect(session.log.entries().map(({ kind }) => kind)).toEqual(['salvaged', 'created'])
  file.discard()
})

test('a file cut in half gives what its first half holds', () => {
  const path = folder.join('nửa.lgw')
  writeFileSync(path, whole.subarray(0, Math.floor(whole.length / PAGE / 2) * PAGE))
  const { file } = salvageWorkbook(path)
  expect(new WorkbookSession(file).plan.programmes.size).toBeGreaterThan(0)
  file.discard()
})

test('nothing is made of a file with nothing in it', () => {
  const path = folder.join('rỗng.lgw')
  writeFileSync(path, Buffer.alloc(8192, 'x'))
  expect(refusalOf(() => salvageWorkbook(path))?.code).toBe('nothing-to-salvage')
})
