import { fileURLToPath } from 'node:url'
import { afterEach, expect, test } from 'vitest'
import type { EngineStatus } from '../../src/contract/bridge.ts'
import { findNode, startNodeProcess } from '../../src/main/node-process.ts'
import { WorkbookEngine } from '../../src/main/workbook-engine.ts'
import { useTemporaryFolder } from '../builders/temporary-folder.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const ENGINE = fileURLToPath(new URL('../../out/engine/main.js', import.meta.url))
const folder = useTemporaryFolder()
const running: WorkbookEngine[] = []

afterEach(async () => {
  for (const engine of running.splice(0)) await engine.close()
})

/** A workbook with the real engine under a clock of the test's own. */
function openWorkbook() {
  const clock = { now: 0 }
  const heard: EngineStatus['status'][] = []
  const waiting: { status: string; resolve(): void }[] = []
  const ends: boolean[] = []
  const onStatus = (heardStatus: EngineStatus) => {
    const { status } = heardStatus
    heard.push(status)
    if ('isHung' in heardStatus) ends.push(heardStatus.isHung)
    for (const wait of waiting) if (wait.status === status) wait.resolve()
  }
  const start = () => startNodeProcess(ENGINE, findNode(ROOT))
  const listeners = { onFileState: () => undefined, onCrash: () => undefined, onStatus }
  const workbook = new WorkbookEngine(start, listeners, () => clock.now)
  running.push(workbook)
  const killUntil = (status: EngineStatus['status']) =>
    new Promise<void>((resolve) => {
      waiting.push({ status, resolve })
      process.kill(workbook.pid ?? 0, 'SIGKILL')
    })
  return { workbook, heard, ends, clock, killUntil }
}

test('an engine that dies is started again with the same workbook', async () => {
  const { workbook, heard, killUntil } = openWorkbook()
  await workbook.open({ kind: 'new', title: 'Kế hoạch', year: 2026 })
  const before = workbook.pid
  await killUntil('restarted')
  expect(heard).toEqual(['stopped', 'restarted'])
  expect(workbook.pid).not.toBe(before)
  await workbook.save(folder.join('sau.lgw'))
  expect(workbook.state).toMatchObject({ isSaved: true, path: folder.join('sau.lgw') })
})

test('the fourth death within a minute is the last, and a later one starts afresh', async () => {
  const patient = openWorkbook()
  await patient.workbook.open({ kind: 'sample' })
  for (let i = 0; i < 3; i += 1) await patient.killUntil('restarted')
  patient.clock.now = 60_001
  await patient.killUntil('restarted')
  expect(patient.heard).not.toContain('failed')

  const hasty = openWorkbook()
  await hasty.workbook.open({ kind: 'sample' })
  for (let i = 0; i < 3; i += 1) await hasty.killUntil('restarted')
  await hasty.killUntil('failed')
  expect(hasty.heard.at(-1)).toBe('failed')
  await expect(hasty.workbook.save(null)).rejects.toMatchObject({ code: 'engine-stopped' })
})

test('an engine that dies before anything is open is started again and opens what is asked next', async () => {
  const { workbook, heard, killUntil } = openWorkbook()
  await killUntil('ready')
  expect(heard).toEqual(['stopped', 'ready'])
  expect(await workbook.open({ kind: 'sample' })).toMatchObject({ isSaved: true })
})

test('after an engine was given up on, the window can still open another workbook', async () => {
  const { workbook, killUntil } = openWorkbook()
  await workbook.open({ kind: 'sample' })
  for (let i = 0; i < 3; i += 1) await killUntil('restarted')
  await killUntil('failed')
  expect(await workbook.open({ kind: 'sample' })).toMatchObject({ isSaved: true })
})

test('an engine that hangs is killed after five seconds and its work taken up, and the window hears why', async () => {
  const { workbook, heard, ends } = openWorkbook()
  await workbook.open({ kind: 'sample' })
  // Nothing is asked of it any more.
  await workbook.catchUp()
  const before = workbook.pid ?? 0
  const start = performance.now()
  process.kill(before, 'SIGSTOP')
  // Nobody asks anything: the program looks for a sign of life by itself.
  await expect.poll(() => heard, { timeout: 15_000 }).toEqual(['stopped', 'restarted'])
  expect(performance.now() - start).toBeGreaterThan(5_000)
  expect(ends).toEqual([true, true])
  expect(workbook.pid).not.toBe(before)
  await workbook.save(folder.join('treo.lgw'))
  expect(workbook.state).toMatchObject({ isSaved: true })
})

test('only an empty workbook as it was created gives way to another', async () => {
  const { workbook } = openWorkbook()
  expect(workbook.isUntouched).toBe(false)
  await workbook.open({ kind: 'new', title: 'Kế hoạch', year: 2026 })
  expect(workbook.isUntouched).toBe(true)
  await workbook.save(folder.join('trống.lgw'))
  expect(workbook.isUntouched).toBe(false)
  await workbook.open({ kind: 'sample' })
  expect(workbook.isUntouched).toBe(false)
})

test('a workbook that cannot be opened leaves the one before in its place', async () => {
  const { workbook } = openWorkbook()
  await workbook.open({ kind: 'new', title: 'Kế hoạch', year: 2026 })
  const path = folder.join('mất.lgw')
  await expect(workbook.open({ kind: 'file', path })).rejects.toMatchObject({
    code: 'workbook-not-found',
  })
  expect(workbook.isUntouched).toBe(true)
  await workbook.save(folder.join('còn.lgw'))
  expect(workbook.state?.path).toBe(folder.join('còn.lgw'))
})

test('an engine that was closed is not started again', async () => {
  const { workbook, heard } = openWorkbook()
  await workbook.open({ kind: 'sample' })
  await workbook.close()
  await expect(workbook.save(null)).rejects.toMatchObject({ code: 'engine-stopped' })
  expect(heard).toEqual([])
})
