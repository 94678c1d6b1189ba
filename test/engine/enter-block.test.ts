import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Block, BlockPurpose, CellText } from '../../src/contract/block.ts'
import type { PlanDelta } from '../../src/contract/plan-view.ts'
import type { Hold } from '../../src/core/hold.ts'
import { amountAt } from '../../src/core/plan.ts'
import type { PlanChange } from '../../src/core/plan-change.ts'
import { checkHistory } from '../../src/engine/workbook/check-history.ts'
import { enterAllocation } from '../../src/engine/enter-allocation.ts'
import { enterBlock } from '../../src/engine/enter-block.ts'
import { holdPlaces } from '../../src/engine/hold-places.ts'
import { type Announce, WorkbookSession } from '../../src/engine/session.ts'
import { WorkbookFile } from '../../src/engine/workbook/workbook-file.ts'
import { openSmallWorkbook, smallLine, smallProject } from '../builders/small-workbook.ts'
import { useTemporaryFolder } from '../builders/temporary-folder.ts'

const folder = useTemporaryFolder()
const YEAR = 2026

/** A session of so many projects and lines, all like the small ones. */
function openWide(projects: number, lines: number, announce?: Announce): WorkbookSession {
  const session = openSmallWorkbook(announce)
  const ids = (count: number) => Array.from({ length: count - 1 }, (_, i) => i + 2)
  const changes: PlanChange[] = [
    ...ids(projects).map((id): PlanChange => {
      const after = { ...smallProject, id, code: String(7_000_000 + id) }
      return { kind: 'project-set', id, before: null, after }
    }),
    ...ids(lines).map((id): PlanChange => {
      return { kind: 'line-set', id, before: null, after: { ...smallLine, id, code: `NV-${id}` } }
    }),
  ]
  session.edit({ kind: 'import', detail: { added: changes.length, updated: 0 } }, changes)
  return session
}

function block(cells: readonly CellText[], what: BlockPurpose = 'paste'): Block {
  return { what, cells, unit: 'million', language: 'vi' }
}

const enter = (session: WorkbookSession, cells: readonly CellText[]) =>
  enterBlock(session, { ...block(cells), isDryRun: false })

const at = (project: number, line: number, text: string): CellText => ({
  project,
  line,
  year: YEAR,
  text,
})

test('a block is one act with a sentence of its own and one undo', () => {
  const heard: PlanDelta[] = []
  const session = openWide(3, 2, (event, payload) => {
    if (event === 'plan.changed') heard.push(payload as PlanDelta)
  })
  const before = session.revision
  const result = enter(session, [at(1, 1, '1,5'), at(2, 1, '1 tỷ'), at(2, 2, '=30%*need')])
  expect(result).toMatchObject({ isApplied: true, cells: 3, projects: 2, refused: 0 })
  expect(result.after).toBe(1_500_000n + 1_000_000_000n + 450_000_000n)
  expect(session.revision).toBe(before + 1)
  expect(heard).toHaveLength(1)
  expect(session.fileState().undo).toMatchObject({
    kind: 'cells-pasted',
    detail: { cells: 3, projects: 2 },
  })
  session.undo()
  expect(session.plan.allocations.size).toBe(0)
  session.file.discard()
})

test('one bad cell refuses the whole block by its name, and nothing is written', () => {
  const session = openWide(2, 2)
  const [hash, revision] = [session.contentHash(), session.revision]
  const result = enter(session, [at(1, 1, '5'), at(2, 1, '1_000'), at(2, 9, '1'), at(2, 2, '-1')])
  expect(result.isApplied).toBe(false)
  expect(result.refusals.map(({ failure }) => failure.code)).toEqual([
    'amount-invalid',
    'line-unknown',
    'amount-negative',
  ])
  expect([session.contentHash(), session.revision]).toEqual([hash, revision])
  session.file.discard()
})

test('a trial run answers what would happen and changes nothing', () => {
  const session = openWide(2, 2)
  const revision = session.revision
  const result = enterBlock(session, { ...block([at(1, 1, '5'), at(2, 1, '')]), isDryRun: true })
  expect(result).toMatchObject({ isApplied: false, cells: 1, refused: 0, after: 5_000_000n })
  expect(session.revision).toBe(revision)
  session.file.discard()
})

test.each<[Hold, string]>([
  [{ kind: 'cell', project: 1, line: 1, year: YEAR }, 'cell-held'],
  [{ kind: 'row', project: 1, line: null, year: YEAR }, 'row-held'],
  [{ kind: 'column', project: null, line: 1, year: YEAR }, 'column-held'],
  [{ kind: 'total', project: 1, line: null, year: YEAR }, 'total-held'],
])('a held place refuses an entry and a block by name, until it is released', (hold, code) => {
  const session = openWide(2, 2)
  holdPlaces(session, [hold], true)
  expect(() => enterAllocation(session, at(1, 1, ''), '5', 'million')).toThrow(code)
  const refused = enter(session, [at(2, 2, '1'), at(1, 1, '5')])
  expect(refused.refusals).toMatchObject([
    { project: 1, line: 1, failure: { code, detail: { project: '7654321', line: 'NST' } } },
  ])
  expect(session.plan.allocations.size).toBe(0)
  holdPlaces(session, [hold], false)
  expect(enter(session, [at(1, 1, '5')]).isApplied).toBe(true)
  session.file.discard()
})

test('under a held total money may still move between the lines', () => {
  const session = openWide(1, 2)
  enter(session, [at(1, 1, '7'), at(1, 2, '3')])
  holdPlaces(session, [{ kind: 'total', project: 1, line: null, year: YEAR }], true)
  expect(enter(session, [at(1, 1, '4')]).refusals[0]?.failure.code).toBe('total-held')
  expect(enter(session, [at(1, 1, '4'), at(1, 2, '6')]).isApplied).toBe(true)
  session.file.discard()
})

test('holds of every kind are one act each, and are there again after save and reopen', () => {
  const path = folder.join('holds.lgw')
  const session = openWide(2, 2)
  enter(session, [at(1, 1, '5')])
  const holds: Hold[] = [
    { kind: 'cell', project: 1, line: 1, year: YEAR },
    { kind: 'cell', project: 2, line: 2, year: YEAR },
    { kind: 'row', project: 2, line: null, year: 2027 },
    { kind: 'column', project: null, line: 2, year: 2028 },
    { kind: 'total', project: 1, line: null, year: YEAR },
  ]
  const free = session.contentHash()
  holdPlaces(session, holds, true)
  expect(session.fileState().undo).toMatchObject({
    kind: 'held',
    detail: { cells: 2, rows: 1, columns: 1, totals: 1 },
  })
  const held = session.contentHash()
  expect(held).not.toBe(free)
  expect(holdPlaces(session, holds, true)).toBe(session.revision)
  session.save(path)
  session.file.discard()
  const reopened = new WorkbookSession(WorkbookFile.open(path))
  expect(reopened.contentHash()).toBe(held)
  expect(() => enterAllocation(reopened, at(1, 1, ''), '6', 'million')).toThrow('cell-held')
  checkHistory(reopened.file.db, reopened.plan)
  reopened.undo()
  expect(reopened.contentHash()).toBe(free)
  reopened.file.discard()
})

test('whatever a block holds, it is applied whole or not at all and never moves a held cell', () => {
  const texts = fc.constantFrom('0', '5', '7,25', '1 tỷ', '', '-1', 'abc', '0,0000001')
  const cells = fc.array(fc.tuple(fc.nat(3), fc.nat(3), texts), { maxLength: 8 })
  fc.assert(
    fc.property(cells, fc.nat(2), fc.nat(2), (entries, project, line) => {
      const session = openWide(3, 3)
      const held = { project: project + 1, line: line + 1, year: YEAR }
      enter(session, [{ ...held, text: '2' }])
      holdPlaces(session, [{ kind: 'cell', ...held }], true)
      const before = session.contentHash()
      const result = enter(
        session,
        entries.map(([p, l, text]) => at(p + 1, l + 1, text)),
      )
      expect(amountAt(session.plan, held)).toBe(2_000_000n)
      if (!result.isApplied) expect(session.contentHash()).toBe(before)
      expect(result.isApplied).toBe(result.refused === 0)
      session.file.discard()
    }),
    { numRuns: 25 },
  )
})
