import { mkdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, test, vi } from 'vitest'
import { openSmallWorkbook } from '../../builders/small-workbook.ts'
import { useTemporaryFolder } from '../../builders/temporary-folder.ts'
import { PAYLOADS, exportPayloads, liveInCsv } from '../../fault/formula-payloads.ts'
import { fillState } from '../../fault/full-state.ts'
import { fillDisk } from '../../fault/full-disk.ts'
import { checkFirst, receiveHostile } from '../../fault/hostile-workbooks.ts'
import { killEdits, killEditsCarelessly } from '../../fault/kill-edits.ts'
import { killSaves } from '../../fault/kill-saves.ts'
import { mutateWorkbooks } from '../../fault/mutants.ts'
import { ODD_NAMES, openDirectly, saveUnder } from '../../fault/odd-names.ts'
import { outsideChanges } from '../../fault/outside-changes.ts'
import { rivalWriters, rivalWritersCarelessly } from '../../fault/rival-writers.ts'

// Each experiment in a short form, and beside it a careless program that must fail it.

// Processes are started by the dozen.
vi.setConfig({ testTimeout: 90_000 })

const folder = useTemporaryFolder()
const SEED = 20_260
const OLD = readFileSync(
  fileURLToPath(new URL('../../fixtures/workbooks/version-1.lgw', import.meta.url)),
)
let whole: Buffer

beforeAll(() => {
  const session = openSmallWorkbook()
  session.save(folder.join('nguyên vẹn.lgw'))
  session.file.discard()
  whole = readFileSync(folder.join('nguyên vẹn.lgw'))
})

function place(name: string): string {
  mkdirSync(folder.join(name), { recursive: true })
  return folder.join(name)
}

test('no acknowledged edit is lost and nothing is damaged when the engine is killed at any moment', async () => {
  const { lost, corrupt, acknowledged } = await killEdits(8, SEED)
  expect({ lost, corrupt }).toEqual({ lost: 0, corrupt: 0 })
  expect(acknowledged).toBeGreaterThan(0)
  expect((await killEditsCarelessly(4, SEED, place('vội'))).lost).toBeGreaterThan(0)
})

test('a save killed at any moment leaves the old document or the new one, and nothing beside it', async () => {
  for (const how of ['safely', 'in-two-threads'] as const) {
    const { torn, left } = await killSaves(6, SEED, place(`lưu ${how}`), how)
    expect({ torn, left }).toEqual({ torn: 0, left: 0 })
  }
  expect((await killSaves(8, SEED, place('lưu vội'), 'carelessly')).torn).toBeGreaterThan(0)
})

test('a disk that is full refuses the save in a sentence and leaves the document as it was', () => {
  const safe = fillDisk(10, place('đầy'))
  expect(safe).toMatchObject({ damaged: 0, unclear: 0 })
  expect(Math.min(safe.saved, safe.refused)).toBeGreaterThan(0)
  expect(fillDisk(10, place('đầy vội'), 'carelessly').damaged).toBeGreaterThan(0)
})

test('a full disk under the working copy refuses the edit in a sentence, keeps what was acknowledged and still saves elsewhere', () => {
  const { kept, ...figures } = fillState()
  expect(figures).toEqual({
    refused: ['edit-not-kept', 'save-failed'],
    isAsAcknowledged: true,
    isSavedWhole: true,
  })
  expect(kept).toBeGreaterThan(0)
})

test('of writers who save one file at once, whoever was told "saved" is in it', async () => {
  const safe = await rivalWriters(2, SEED, folder.join('tranh chấp.lgw'))
  expect(safe.lost).toBe(0)
  expect(safe.saved).toBeGreaterThan(0)
  const careless = await rivalWritersCarelessly(1, folder.join('tranh chấp vội.lgw'))
  expect(careless.lost).toBeGreaterThan(0)
})

test('a file deleted, renamed, replaced or cut from outside is never overwritten', () => {
  const safe = outsideChanges(20, SEED, folder.join('ngoài.lgw'))
  expect(safe.overwritten).toBe(0)
  expect(safe.refused + safe.recreated).toBe(20)
  const careless = outsideChanges(10, SEED, folder.join('ngoài vội.lgw'), 'carelessly')
  expect(careless.overwritten).toBeGreaterThan(0)
})

test('a mutated workbook is refused, quickly and without a crash', () => {
  const figures = mutateWorkbooks(300, SEED, whole, place('đột biến'))
  expect(figures).toMatchObject({ refused: 300, crashed: 0, changed: 0 })
  expect(figures.slowestMs).toBeLessThan(2_000)
  // Without the trailer's word, changed content does come through.
  const signed = mutateWorkbooks(300, SEED, whole, place('đột biến ký lại'), true)
  expect(signed.crashed).toBe(0)
  expect(signed.changed).toBeGreaterThan(0)
})

test('crafted files are refused by a process that stays quick and small', () => {
  const [honest, ...hostile] = receiveHostile(whole, place('thù địch'))
  expect(honest).toMatchObject({ code: 'accepted' })
  expect(hostile.length).toBeGreaterThanOrEqual(25)
  for (const { name, code, megabytes } of hostile) {
    expect([name, code]).toEqual([name, expect.stringMatching(/^(workbook|history)-/)])
    expect([name, code]).not.toEqual([name, 'workbook-check-stopped'])
    expect([name, megabytes < 400]).toEqual([name, true])
  }
  // The order of the checks is what keeps it quick.
  expect(checkFirst(whole, folder.path, 1_500).isKilled).toBe(true)
})

test('no text becomes a formula in any export', async () => {
  expect(await exportPayloads()).toMatchObject({ live: 0 })
  expect(liveInCsv(PAYLOADS.slice(0, 5).join('\n'))).toBe(5)
})

test('under any name a workbook is saved and opened again, or refused before the disk is touched', () => {
  expect(ODD_NAMES.length).toBeGreaterThanOrEqual(60)
  for (const name of ODD_NAMES) {
    expect([name, saveUnder(name, folder.join('tên'))]).not.toEqual([name, 'wrong'])
  }
  expect(openDirectly(folder.join('thẳng'))).toBe(false)
})

test('an old workbook mutated is refused like a new one', () => {
  expect(mutateWorkbooks(30, SEED, OLD, place('đột biến cũ'))).toMatchObject({
    refused: 30,
    crashed: 0,
    changed: 0,
  })
})
