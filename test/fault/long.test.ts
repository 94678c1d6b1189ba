import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PlanIndex } from '../../src/core/plan-index.ts'
import { exportTable } from '../../src/engine/exchange/export-plan.ts'
import { createSample } from '../../src/engine/sample.ts'
import { WorkbookSession } from '../../src/engine/session.ts'
import { useTemporaryFolder } from '../builders/temporary-folder.ts'
import { PAYLOADS, exportPayloads, liveInCsv } from './formula-payloads.ts'
import { fillDisk } from './full-disk.ts'
import { checkFirst, exhaustIntake, receiveHostile } from './hostile-workbooks.ts'
import { killEdits, killEditsCarelessly } from './kill-edits.ts'
import { killSaves } from './kill-saves.ts'
import { mutateSheets } from './mutant-sheets.ts'
import { mutateWorkbooks } from './mutants.ts'
import { ODD_NAMES, openDirectly, saveUnder } from './odd-names.ts'
import { outsideChanges } from './outside-changes.ts'
import { rivalWriters, rivalWritersCarelessly } from './rival-writers.ts'

// The experiments in full, each beside a careless program that must fail it. LONGGHEP_FAULTS scales them down.

const SEED = Number(process.env['LONGGHEP_SEED'] ?? 1)
const SCALE = Number(process.env['LONGGHEP_FAULTS'] ?? 1)
const HOUR = 3_600_000
const folder = useTemporaryFolder()
const rows: string[][] = []
let whole: Buffer
let sheet: Buffer
let list: Buffer

beforeAll(async () => {
  const session = new WorkbookSession(await createSample())
  session.save(folder.join('mẫu.lgw'))
  whole = readFileSync(folder.join('mẫu.lgw'))
  const options = { unit: 'dong', language: 'vi' } as const
  const { plan } = session
  sheet = Buffer.from(await exportTable(plan, new PlanIndex(plan), 'all', 'xlsx', options))
  list = Buffer.from(await exportTable(plan, new PlanIndex(plan), 'projects', 'csv', options))
  session.file.discard()
})

afterAll(() => {
  const widths = [0, 1, 2].map((at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)))
  const lines = rows.map((row) => row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  '))
  process.stdout.write(`\nseed ${SEED}\n${lines.join('\n')}\n`)
})

const times = (count: number) => Math.max(4, Math.round(count * SCALE))

function place(name: string): string {
  mkdirSync(folder.join(name), { recursive: true })
  return folder.join(name)
}

function note(name: string, figures: object, control: object): void {
  const text = (values: object) =>
    Object.entries(values)
      .map(([key, value]) => `${key} ${String(value)}`)
      .join(', ')
  rows.push([name, text(figures), `careless: ${text(control)}`])
}

test('the engine killed while edits are made', { timeout: HOUR }, async () => {
  const figures = await killEdits(times(200), SEED)
  const control = await killEditsCarelessly(times(20), SEED, place('vội'))
  note('engine killed during edits', figures, control)
  expect(figures).toMatchObject({ lost: 0, corrupt: 0 })
  expect(control.lost).toBeGreaterThan(0)
})

test('a save killed on the way', { timeout: HOUR }, async () => {
  const figures = await killSaves(times(200), SEED, place('lưu'))
  const threads = await killSaves(times(200), SEED, place('lưu hai luồng'), 'in-two-threads')
  const control = await killSaves(times(20), SEED, place('lưu vội'), 'carelessly')
  note('killed during save', figures, control)
  note('killed during a large save', threads, control)
  for (const seen of [figures, threads]) expect(seen).toMatchObject({ torn: 0, left: 0 })
  expect(control.torn).toBeGreaterThan(0)
})

test('a full disk', { timeout: HOUR }, () => {
  const figures = fillDisk(times(50), place('đầy'))
  const control = fillDisk(times(50), place('đầy vội'), 'carelessly')
  note('full disk', figures, control)
  expect(figures).toMatchObject({ damaged: 0, unclear: 0 })
  expect(control.damaged).toBeGreaterThan(0)
})

test('four writers of one file', { timeout: HOUR }, async () => {
  const figures = await rivalWriters(times(100), SEED, folder.join('tranh chấp.lgw'))
  const path = folder.join('tranh chấp vội.lgw')
  const control = await rivalWritersCarelessly(times(10), path)
  note('four writers', figures, control)
  expect(figures.lost).toBe(0)
  expect(control.lost).toBeGreaterThan(0)
})

test('changes from outside', { timeout: HOUR }, () => {
  const figures = outsideChanges(times(100), SEED, folder.join('ngoài.lgw'))
  const control = outsideChanges(times(20), SEED, folder.join('ngoài vội.lgw'), 'carelessly')
  note('changed from outside', figures, control)
  expect(figures.overwritten).toBe(0)
  expect(control.overwritten).toBeGreaterThan(0)
})

test('mutated workbooks', { timeout: HOUR }, () => {
  const figures = mutateWorkbooks(times(10_000), SEED, whole, place('đột biến'))
  const control = mutateWorkbooks(1_000, SEED, whole, place('ký lại'), true)
  note('mutated workbooks', figures, control)
  expect(figures).toMatchObject({ crashed: 0, changed: 0 })
  expect(figures.slowestMs).toBeLessThan(2_000)
  expect(control.changed).toBeGreaterThan(0)
})

test('mutated sheets', { timeout: HOUR }, async () => {
  const figures = await mutateSheets(times(1_000), SEED, sheet, 'bảng.xlsx')
  // Plain text carries nothing that would show a change.
  const control = await mutateSheets(times(200), SEED, list, 'dự án.csv')
  note('mutated sheets', figures, control)
  expect(figures).toMatchObject({ crashed: 0, changed: 0 })
  expect(figures.slowestMs).toBeLessThan(2_000)
  expect(control.changed).toBeGreaterThan(0)
})

test('crafted workbooks', { timeout: HOUR }, () => {
  const [honest, ...hostile] = receiveHostile(whole, place('thù địch'))
  const figures = {
    files: hostile.length,
    accepted: hostile.filter(({ code }) => code === 'accepted').length,
    slowestMs: Math.max(...hostile.map(({ ms }) => ms)),
    megabytes: Math.max(...hostile.map(({ megabytes }) => megabytes)),
  }
  const control = checkFirst(whole, folder.path, 5_000)
  note('crafted workbooks', figures, control)
  expect(honest?.code).toBe('accepted')
  expect(figures.accepted).toBe(0)
  expect(figures.megabytes).toBeLessThan(400)
  expect(control.isKilled).toBe(true)
})

test('an intake process out of bounds', { timeout: HOUR }, () => {
  const path = folder.join('lạ.lgw')
  writeFileSync(path, whole)
  const { endless, hungry } = exhaustIntake(path, place('quá mức'))
  note('intake out of bounds', { endlessMs: endless.ms, hungryMs: hungry.ms }, {})
  expect(endless.code).toBe('workbook-check-stopped')
  expect(endless.ms).toBeGreaterThan(9_000)
  expect(hungry.code).toBe('workbook-check-stopped')
})

test('odd names', { timeout: HOUR }, () => {
  const verdicts = ODD_NAMES.map((name) => saveUnder(name, folder.join('tên')))
  const count = (verdict: string) => verdicts.filter((one) => one === verdict).length
  const figures = { names: verdicts.length, same: count('round trip'), refused: count('refused') }
  const control = { keepsTheName: openDirectly(folder.join('thẳng')) }
  note('odd names', figures, control)
  expect(count('wrong')).toBe(0)
  expect(control.keepsTheName).toBe(false)
})

test('formulas in texts', { timeout: HOUR }, async () => {
  const figures = await exportPayloads()
  const control = { live: liveInCsv(PAYLOADS.slice(0, 5).join('\n')) }
  note('formulas in texts', figures, control)
  expect(figures.live).toBe(0)
  expect(control.live).toBe(5)
})
