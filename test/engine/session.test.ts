import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PlanDelta } from '../../src/contract/plan-view.ts'
import { WorkbenchError } from '../../src/core/error.ts'
import { checkPlan } from '../../src/core/rules/check-plan.ts'
import { checkHistory } from '../../src/engine/workbook/check-history.ts'
import { enterAllocation } from '../../src/engine/enter-allocation.ts'
import { type Announce, WorkbookSession } from '../../src/engine/session.ts'
import { WorkbookFile } from '../../src/engine/workbook/workbook-file.ts'
import { refusalOf } from '../builders/refusal.ts'
import { openSmallWorkbook } from '../builders/small-workbook.ts'
import { useTemporaryFolder } from '../builders/temporary-folder.ts'

const folder = useTemporaryFolder()
const cell = { project: 1, line: 1, year: 2026 }

test('one entry moves the cell, its sums and its flags, and says so', () => {
  const heard: PlanDelta[] = []
  const announce: Announce = (event, payload) => {
    if (event === 'plan.changed') heard.push(payload as PlanDelta)
  }
  const session = openSmallWorkbook(announce)
  expect(session.flags.list().map(({ code }) => code)).toContain('underfunded')
  const { amount } = enterAllocation(session, cell, '1,5 tỷ', 'million')
  expect(amount).toBe(1_500_000_000n)
  expect(heard).toHaveLength(1)
  expect(heard[0]).toMatchObject({
    revision: session.revision,
    cells: [{ ...cell, amount: 1_500_000_000n }],
    lineSums: [{ line: 1, year: 2026, allocated: 1_500_000_000n, remaining: 400_000_000n }],
    projectSums: [{ project: 1, year: 2026, shortfall: 0n }],
    flags: { projects: { ids: Int32Array.of(1) }, lines: { ids: Int32Array.of(1) } },
  })
  expect(heard[0]?.flags.counts).toEqual(session.flags.counts())
  expect(session.flags.list().map(({ code }) => code)).not.toContain('underfunded')
  session.file.discard()
})

test('a formula reads the need, the remaining money, the ceiling and the total investment of its cell', () => {
  const session = openSmallWorkbook()
  const entered = (text: string) => enterAllocation(session, cell, text, 'million').amount
  expect(entered('=30%*need')).toBe(450_000_000n)
  expect(entered('=remaining')).toBe(1_900_000_000n)
  expect(entered('=remaining')).toBe(1_900_000_000n)
  expect(entered('=ceiling')).toBe(2_000_000_000n)
  expect(entered('=total/3')).toBe(1_000_000_000n)
  session.file.discard()
})

test('an entry that is refused changes nothing and is not in the history', () => {
  const session = openSmallWorkbook()
  const before = { hash: session.contentHash(), revision: session.revision }
  for (const text of ['', '1_000', '-5', '=1/0', '0,5', '9999999999999999']) {
    expect(() => enterAllocation(session, cell, text, 'dong')).toThrow(WorkbenchError)
  }
  expect(() => enterAllocation(session, { ...cell, year: 2031 }, '1', 'dong')).toThrow(
    'year-outside-plan',
  )
  expect({ hash: session.contentHash(), revision: session.revision }).toEqual(before)
  session.file.discard()
})

test('an edit the store refuses leaves memory as it was', () => {
  const session = openSmallWorkbook()
  const before = session.contentHash()
  const twin = { ...[...session.plan.programmes.values()][0]!, id: 2 }
  const change = { kind: 'programme-set' as const, id: 2, before: null, after: twin }
  expect(() => session.edit({ kind: 'import', detail: {} }, [change])).toThrow(/UNIQUE/)
  expect(session.contentHash()).toBe(before)
  expect(session.plan.programmes.size).toBe(1)
  session.file.discard()
})

test('undo and redo step through everything, also after save and reopen', () => {
  const path = folder.join('steps.lgw')
  const session = openSmallWorkbook()
  const hashes = [session.contentHash()]
  for (const text of ['1tr', '2tr', '0', '3tr']) {
    enterAllocation(session, cell, text, 'dong')
    hashes.push(session.contentHash())
  }
  session.undo()
  session.save(path)
  session.file.discard()
  const reopened = new WorkbookSession(WorkbookFile.open(path))
  expect(reopened.contentHash()).toBe(hashes[3])
  reopened.redo()
  expect(reopened.contentHash()).toBe(hashes[4])
  for (const hash of [hashes[3], hashes[2], hashes[1], hashes[0]]) {
    reopened.undo()
    expect(reopened.contentHash()).toBe(hash)
  }
  reopened.undo()
  expect(reopened.plan.projects.size).toBe(0)
  expect(() => reopened.undo()).toThrow('nothing-to-undo')
  for (let step = 0; step < 5; step += 1) reopened.redo()
  expect(reopened.contentHash()).toBe(hashes[4])
  expect(() => reopened.redo()).toThrow('nothing-to-redo')
  checkHistory(reopened.file.db, reopened.plan)
  reopened.file.discard()
})

test('undoing everything and redoing everything is identity, whatever was done', () => {
  const act = fc.oneof(
    fc.record({
      year: fc.integer({ min: 2026, max: 2028 }),
      amount: fc.bigInt({ min: 0n, max: 10n ** 15n }),
    }),
    fc.constantFrom('undo' as const, 'redo' as const),
  )
  fc.assert(
    fc.property(fc.array(act, { maxLength: 25 }), (acts) => {
      const session = openSmallWorkbook()
      for (const step of acts) {
        if (step === 'undo') {
          if (session.log.nextUndo !== null) session.undo()
        } else if (step === 'redo') {
          if (session.log.nextRedo !== null) session.redo()
        } else if (session.plan.projects.has(1))
          enterAllocation(session, { ...cell, year: step.year }, String(step.amount), 'dong')
      }
      const last = session.contentHash()
      let steps = 0
      for (; session.log.nextUndo !== null; steps += 1) session.undo()
      for (; steps > 0; steps -= 1) session.redo()
      expect(session.contentHash()).toBe(last)
      expect(session.flags.list()).toEqual(checkPlan(session.index))
      checkHistory(session.file.db, session.plan)
      session.file.discard()
    }),
    { numRuns: 20 },
  )
})

test('a history that does not lead to the plan is seen', () => {
  const session = openSmallWorkbook()
  enterAllocation(session, cell, '5tr', 'dong')
  session.file.db.exec('UPDATE change_items SET edit = replace(edit, \'"5000000"\', \'"6000000"\')')
  expect(() => checkHistory(session.file.db, session.plan)).toThrow('history-altered')
  session.file.discard()
})

test('a table that says something else than the history is named', () => {
  const session = openSmallWorkbook()
  session.file.db.exec("UPDATE funding_lines SET name = 'Khác'")
  const altered = new WorkbookSession(session.file)
  expect(refusalOf(() => checkHistory(altered.file.db, altered.plan))).toEqual({
    code: 'history-differs',
    detail: { table: 'funding_lines' },
  })
  session.file.discard()
})

test('a working copy left by a killed engine is taken up with every acknowledged edit', () => {
  const session = openSmallWorkbook()
  enterAllocation(session, cell, '7tr', 'dong')
  const hash = session.contentHash()
  // Closing the connection without ending the session is what the end of a process does.
  session.file.db.close()
  const resumed = new WorkbookSession(WorkbookFile.resume(session.file.folder))
  expect(resumed.contentHash()).toBe(hash)
  expect(resumed.fileState()).toMatchObject({ path: null, isSaved: false })
  resumed.undo()
  expect(resumed.plan.allocations.size).toBe(0)
  resumed.file.discard()
})
