import { type ChildProcess, fork } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ROOT } from '../../scripts/project.mjs'
import type { EngineMessage, Envelope } from '../../src/contract/events.ts'
import { useTemporaryFolder } from '../builders/temporary-folder.ts'

const ENGINE = join(ROOT, 'out', 'engine', 'main.js')
const ROWS = 40_000
const folder = useTemporaryFolder()

type Answer = { result?: unknown; parcel?: unknown; failure?: { code: string } }

/** A real engine process, what it says of its progress, and a way to ask it. */
class Engine {
  readonly progress: { id: number | null; share: number }[] = []
  /** Hears of every progress. */
  onProgress: (id: number | null) => void = () => undefined
  private readonly child: ChildProcess = fork(ENGINE, [], { serialization: 'advanced' })
  private readonly waiting = new Map<number, (answer: Answer) => void>()

  constructor() {
    this.child.on('message', ({ body }: Envelope<EngineMessage>) => {
      if ('id' in body) this.waiting.get(body.id)?.(body)
      else if (body.event === 'work.progress') this.hear(body.payload as Engine['progress'][0])
    })
  }

  ask(from: 'host' | 'window', id: number, method: string, params: unknown): Promise<Answer> {
    this.child.send({ from, body: { id, method, params } })
    return new Promise((resolve) => this.waiting.set(id, resolve))
  }

  end(): void {
    this.child.kill('SIGKILL')
  }

  private hear(payload: Engine['progress'][0]): void {
    this.progress.push(payload)
    this.onProgress(payload.id)
  }
}

let engine: Engine
let request: unknown

beforeEach(async () => {
  engine = new Engine()
  await engine.ask('host', 1, 'workbook.create', { title: 'Thử', from: 2026, to: 2027 })
  const path = folder.join('projects.csv')
  const rows = Array.from(
    { length: ROWS },
    (_, at) => `${7_000_001 + at},Dự án ${at},Xã ${at % 40},B,new-start,"1.234.567.890"`,
  )
  writeFileSync(path, `code,name,place,group,stage,need_2026\n${rows.join('\n')}\n`)
  const { result } = await engine.ask('host', 2, 'table.choose', { path })
  const [table] = result as { token: string; kind: string }[]
  request = {
    tables: [{ kind: 'projects', token: table?.token }],
    unit: 'dong',
    numberFormat: 'vi',
  }
}, 30_000)

afterEach(() => engine.end())

async function standing() {
  const { result } = await engine.ask('window', 90, 'plan.stand', {})
  const history = await engine.ask('window', 91, 'plan.history', { limit: 9 })
  const { revision } = result as { revision: number }
  return { revision, acts: (history.result as unknown[]).length }
}

test('an import that is stopped says so and writes nothing; the same import goes in whole afterwards', async () => {
  const before = await standing()
  engine.onProgress = (id) => {
    if (id === 10) void engine.ask('window', 11, 'work.cancel', { id: 10 })
  }
  const stopped = await engine.ask('window', 10, 'import.apply', request)
  expect(stopped.failure?.code).toBe('work-cancelled')
  expect(await standing()).toEqual(before)
  const done = await engine.ask('window', 12, 'import.apply', request)
  expect(done.result).toMatchObject({ added: ROWS, problems: [] })
  const shares = engine.progress.flatMap(({ id, share }) => (id === 12 ? [share] : []))
  expect(shares.length).toBeGreaterThan(2)
  expect(shares).toEqual([...shares].sort((a, b) => a - b))
  expect(shares.every((share) => share > 0 && share < 1)).toBe(true)
  expect((await standing()).acts).toBe(before.acts + 1)
}, 60_000)

test('an import that waits its turn is stopped before it begins, and the one under way is not', async () => {
  const first = engine.ask('window', 20, 'import.apply', request)
  const second = engine.ask('window', 21, 'import.preview', request)
  void engine.ask('window', 22, 'work.cancel', { id: 21 })
  expect((await second).failure?.code).toBe('work-cancelled')
  expect((await first).result).toMatchObject({ added: ROWS })
}, 60_000)

test('reading a file that main was asked to read is stopped by the window', async () => {
  const path = folder.join('wide.csv')
  writeFileSync(path, `code,name\n${'7000001,"Đường, cầu"\n'.repeat(500_000)}`)
  engine.onProgress = (id) => {
    if (id === null) void engine.ask('window', 31, 'work.cancel', { id: null })
  }
  const chosen = await engine.ask('host', 30, 'table.choose', { path })
  expect(chosen.failure?.code).toBe('work-cancelled')
}, 60_000)
