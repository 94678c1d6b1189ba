import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { MessageChannel } from 'node:worker_threads'
import { afterEach, expect, test } from 'vitest'
import type { PlanView } from '../../src/contract/plan-view.ts'
import { EngineHost, type PagePort } from '../../src/main/engine-host.ts'
import { findNode, startNodeProcess } from '../../src/main/node-process.ts'
import { useTemporaryFolder } from '../builders/temporary-folder.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const ENGINE = fileURLToPath(new URL('../../out/engine/main.js', import.meta.url))
const folder = useTemporaryFolder()
const running: EngineHost[] = []

interface Answer {
  readonly id?: number
  readonly result?: unknown
  readonly failure?: { readonly code: string }
}

afterEach(() => {
  for (const engine of running.splice(0)) engine.kill()
})

/** The real engine under the real Node, with what main would hear of it. */
function startEngine() {
  const heard: { names: string[]; exits: number } = { names: [], exits: 0 }
  const engine = new EngineHost(startNodeProcess(ENGINE, findNode(ROOT)), {
    onFileState: ({ name }) => heard.names.push(name),
    onExit: () => (heard.exits += 1),
    onHang: () => undefined,
  })
  running.push(engine)
  return { engine, heard }
}

/** A window's end of a port whose other end the engine host was given. */
function connectWindow(engine: EngineHost) {
  const { port1, port2 } = new MessageChannel()
  const main: PagePort = {
    postMessage: (message) => port1.postMessage(message),
    on: (_, listener) => port1.on('message', (data: unknown) => listener({ data })),
    start: () => port1.start(),
    close: () => port1.close(),
  }
  engine.connectWindow(main)
  return {
    close: () => port2.close(),
    ask: (method: string, params: unknown) =>
      new Promise<Answer>((resolve) => {
        port2.on('message', (message: Answer) => {
          if (message.id === 1) resolve(message)
        })
        port2.postMessage({ id: 1, method, params })
      }),
  }
}

test('the Node for the engine is a real file that no link stands for', () => {
  expect(existsSync(findNode(ROOT))).toBe(true)
  expect(() => findNode(folder.path)).toThrow('node_modules/node/bin')
})

test('main asks and the window asks over one pipe, each with its own rights', async () => {
  const { engine } = startEngine()
  const created = await engine.call('workbook.create', { title: 'Thử', from: 2025, to: 2027 })
  expect(created).toMatchObject({ path: null, isSaved: true })

  const window = connectWindow(engine)
  const { result } = await window.ask('plan.view', {})
  expect((result as PlanView).settings.title).toBe('Thử')
  // Typed columns of whole đồng cross as they are.
  expect((result as PlanView).allocations.amount).toBeInstanceOf(Float64Array)
  window.close()

  const other = connectWindow(engine)
  expect(
    (await other.ask('workbook.save', { path: folder.join('stolen.lgw') })).failure?.code,
  ).toBe('request-invalid')
  expect(existsSync(folder.join('stolen.lgw'))).toBe(false)
  other.close()
})

test('an error of the engine arrives as the error it was, and a saved file is heard of', async () => {
  const { engine, heard } = startEngine()
  const path = folder.join('không có.lgw')
  await expect(engine.call('workbook.open', { path })).rejects.toMatchObject({
    code: 'workbook-not-found',
  })
  await engine.call('workbook.sample', {})
  await engine.call('workbook.save', { path: folder.join('mẫu.lgw') })
  expect(heard.names.at(-1)).toContain('mẫu')
})

test('an engine that is killed fails what was asked, says so once, and leaves its work to the next', async () => {
  const first = startEngine()
  await first.engine.call('workbook.create', { title: 'Còn lại', from: 2025, to: 2026 })
  const { workFolder } = await first.engine.call('workbook.workFolder', {})
  const asked = first.engine.call('workbook.sample', {})
  process.kill(first.engine.pid ?? 0, 'SIGKILL')
  await expect(asked).rejects.toMatchObject({ code: 'engine-stopped' })
  await expect(first.engine.call('workbook.sample', {})).rejects.toMatchObject({
    code: 'engine-stopped',
  })
  expect(first.heard.exits).toBe(1)

  const second = startEngine()
  await second.engine.call('workbook.resume', { workFolder })
  const window = connectWindow(second.engine)
  const { result } = await window.ask('plan.view', {})
  expect((result as PlanView).settings.title).toBe('Còn lại')
  window.close()
})
