import { linkSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { enterAllocation } from '../../../src/engine/enter-allocation.ts'
import { WorkbookSession } from '../../../src/engine/session.ts'
import {
  keepGeneration,
  listGenerations,
  readGeneration,
  surplus,
  sweepGenerations,
} from '../../../src/engine/workbook/generations.ts'
import { restoreGeneration } from '../../../src/engine/workbook/restore.ts'
import { WorkbookFile } from '../../../src/engine/workbook/workbook-file.ts'
import { refusalOf } from '../../builders/refusal.ts'
import { openSmallWorkbook } from '../../builders/small-workbook.ts'
import { useTemporaryFolder } from '../../builders/temporary-folder.ts'

const folder = useTemporaryFolder()
const DAY = 86_400_000
const START = Date.parse('2026-03-01T08:00:00Z')

test('each save keeps the version it replaces, and restoring one keeps the version that stood there', () => {
  const path = folder.join('kế hoạch.lgw')
  const session = openSmallWorkbook()
  session.save(path)
  expect(listGenerations(path)).toEqual([])
  const first = { hash: session.contentHash(), bytes: readFileSync(path) }
  enterAllocation(session, { project: 1, line: 1, year: 2026 }, '5tr', 'dong')
  session.save(null)
  const [kept, ...others] = listGenerations(path)
  expect(others).toEqual([])
  expect(readGeneration(path, kept?.id ?? '').equals(first.bytes)).toBe(true)

  restoreGeneration(path, kept?.id ?? '', new Date())
  const restored = new WorkbookSession(WorkbookFile.open(path))
  expect(restored.contentHash()).toBe(first.hash)
  expect(listGenerations(path)).toHaveLength(2)
  for (const { file } of [session, restored]) file.discard()
})

test('a version that is not kept is refused, and a name that climbs out of the folder is not a version', () => {
  const path = folder.join('khác.lgw')
  for (const id of ['20260101T000000000Z-0123456789ab', '../../w']) {
    expect(refusalOf(() => readGeneration(path, id))?.code).toBe('generation-unknown')
  }
})

test('a file reached through a link has the same versions', () => {
  const path = folder.join('thật.lgw')
  const link = folder.join('liên kết.lgw')
  writeFileSync(path, 'x')
  symlinkSync(path, link)
  keepGeneration(link, Buffer.from('một'), new Date(START))
  expect(listGenerations(path)).toHaveLength(1)
})

test('the newest twenty stay, and of older ones the last of each of thirty days', () => {
  const path = folder.join('lâu.lgw')
  // Three saves a day for sixty days.
  for (let at = 0; at < 180; at += 1) {
    keepGeneration(path, Buffer.from(`bản ${at}`), new Date(START + (at * DAY) / 3))
  }
  const kept = listGenerations(path).map(({ at }) => Date.parse(at))
  expect(kept.slice(0, 20)).toEqual(
    Array.from({ length: 20 }, (_, back) => START + ((179 - back) * DAY) / 3),
  )
  const older = kept.slice(20)
  expect(older.length).toBeGreaterThanOrEqual(23)
  expect(older.every((at) => START + (179 * DAY) / 3 - at <= 30 * DAY)).toBe(true)
  expect(new Set(older.map((at) => new Date(at).toISOString().slice(0, 10))).size).toBe(
    older.length,
  )
  expect(surplus([], new Date())).toEqual([])
})

test('versions of a file nobody saved for a year go', () => {
  const path = folder.join('bỏ.lgw')
  keepGeneration(path, Buffer.from('một'), new Date(START))
  sweepGenerations(new Date(START + 364 * DAY))
  expect(listGenerations(path)).toHaveLength(1)
  sweepGenerations(new Date(START + 366 * DAY))
  expect(listGenerations(path)).toEqual([])
})

test('a version that was kept stays as it was when its file is changed in place later', () => {
  const path = folder.join('một tệp hai tên.lgw')
  writeFileSync(path, 'bản cũ')
  linkSync(path, folder.join('tên thứ hai.lgw'))
  keepGeneration(path, readFileSync(path), new Date(START))
  writeFileSync(folder.join('tên thứ hai.lgw'), 'bị sửa')
  const [kept] = listGenerations(path)
  expect(readGeneration(path, kept?.id ?? '').toString()).toBe('bản cũ')
})

test('through a link the file itself is kept, not the link', () => {
  const [path, link] = [folder.join('thật.lgw'), folder.join('lối tắt.lgw')]
  writeFileSync(path, 'bản cũ')
  symlinkSync(path, link)
  keepGeneration(link, readFileSync(link), new Date(START))
  writeFileSync(`${path}.mới`, 'bản mới')
  renameSync(`${path}.mới`, path)
  const [kept] = listGenerations(link)
  expect(readGeneration(link, kept?.id ?? '').toString()).toBe('bản cũ')
})
