import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { withSaveLock } from '../../../src/engine/workbook/save-lock.ts'
import { useTemporaryFolder } from '../../builders/temporary-folder.ts'

const folder = useTemporaryFolder()

test('the lock stands while a save replaces the file and is gone afterwards, also after a failure', () => {
  const path = folder.join('plan.lgw')
  const lock = folder.join('.~saving.plan.lgw')
  expect(withSaveLock(path, () => existsSync(lock))).toBe(true)
  expect(existsSync(lock)).toBe(false)
  const fail = () => {
    throw new Error('full')
  }
  expect(() => withSaveLock(path, fail)).toThrow('full')
  expect(existsSync(lock)).toBe(false)
})

test('a lock left by a process of this computer that died is cleared at once', () => {
  const path = folder.join('ngay.lgw')
  const { pid } = spawnSync(process.execPath, ['-e', ''])
  const lock = withSaveLock(path, () => readFileSync(folder.join('.~saving.ngay.lgw'), 'utf8'))
  writeFileSync(folder.join('.~saving.ngay.lgw'), lock.replace(String(process.pid), String(pid)))
  const start = performance.now()
  expect(withSaveLock(path, () => 'saved')).toBe('saved')
  expect(performance.now() - start).toBeLessThan(1_000)
})

test('a lock left by who knows whom is cleared after five seconds', () => {
  const path = folder.join('left.lgw')
  writeFileSync(folder.join('.~saving.left.lgw'), '1')
  const start = performance.now()
  expect(withSaveLock(path, () => 'saved')).toBe('saved')
  expect(performance.now() - start).toBeGreaterThan(4_900)
})
