import { type ChildProcess, fork } from 'node:child_process'
import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { money } from '../../src/core/money.ts'
import { type Plan, amountAt } from '../../src/core/plan.ts'
import { allocationChange } from '../../src/core/plan-change.ts'
import { planAsChanges } from '../../src/engine/plan-as-changes.ts'
import { WorkbookSession } from '../../src/engine/session.ts'
import { WorkbookFile } from '../../src/engine/workbook/workbook-file.ts'

const ENGINE = fileURLToPath(new URL('../../out/engine/main.js', import.meta.url))
const EDITS = 300
const SYNCS = 300
const SAVES = 3
const PAGE = 4096

/** What safety costs on this computer's disk, ms; medians. */
export interface DurabilityFigures {
  /** The disk's own: 4 KB overwritten and synced. */
  readonly sync: number
  /** One commit of one row to the working copy. */
  readonly commit: number
  /** One edit with its totals, flags and log entry, on disk and acknowledged. */
  readonly edit: number
  readonly save: number
  /** A file this computer wrote, to a session. */
  readonly open: number
  /** From the start of a new engine after a kill until it has taken up the plan and a window that shows it goes on. */
  readonly recovery: number
  /** The same until it has sent the whole plan anew, flags included. */
  readonly recoveryToView: number
}

/** Measures edits, saves, opening and recovery of a plan, each checked before it is timed. */
export async function measureDurability(plan: Plan): Promise<DurabilityFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'longghep-bench-'))
  const before = process.env['XDG_STATE_HOME']
  process.env['XDG_STATE_HOME'] = folder
  try {
    return await measureIn(folder, plan)
  } finally {
    if (before === undefined) delete process.env['XDG_STATE_HOME']
    else process.env['XDG_STATE_HOME'] = before
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measureIn(folder: string, plan: Plan): Promise<DurabilityFigures> {
  const path = join(folder, 'plan.lgw')
  const session = new WorkbookSession(WorkbookFile.create(plan.settings, new Date(), 'bench'))
  session.edit({ kind: 'import', detail: { added: 1, updated: 0 } }, planAsChanges(plan))
  const sync = measureSync(folder)
  const commit = measureCommits(session)
  const edit = measureEdits(session)
  const save = median(Array.from({ length: SAVES }, () => time(() => void session.save(path))))
  const hash = session.contentHash()
  const open = measureOpen(path, hash)
  session.file.db.close()
  return { sync, commit, edit, save, open, ...(await measureRecovery(session.file.folder)) }
}

function measureSync(folder: string): number {
  const file = openSync(join(folder, 'sync'), 'w')
  const page = Buffer.alloc(PAGE, 1)
  for (let at = 0; at < SYNCS; at += 1) writeSync(file, page, 0, PAGE, at * PAGE)
  fdatasyncSync(file)
  const times = Array.from({ length: SYNCS }, (_, at) =>
    time(() => {
      writeSync(file, page, 0, PAGE, at * PAGE)
      fdatasyncSync(file)
    }),
  )
  closeSync(file)
  return median(times)
}

function measureCommits({ file, plan }: WorkbookSession): number {
  // A row written as it stands already would not reach the disk at all.
  const write = file.db.prepare('UPDATE plan SET basis = ?')
  const basis = plan.settings.basis
  const times = Array.from({ length: SYNCS }, (_, at) => time(() => void write.run(`${at}`)))
  write.run(basis)
  return median(times)
}

function measureEdits(session: WorkbookSession): number {
  const [project] = session.plan.projects.keys()
  const [line] = session.plan.lines.keys()
  if (project === undefined || line === undefined) throw new Error('the plan is empty')
  const cell = { project, line, year: session.plan.settings.from }
  const summary = { kind: 'allocation-set', detail: {} } as const
  const times = Array.from({ length: EDITS }, (_, at) => {
    const change = allocationChange(session.plan, cell, money(at + 1))
    return time(() => void session.edit(summary, [change]))
  })
  if (amountAt(session.plan, cell) !== BigInt(EDITS)) throw new Error('an edit is missing')
  return median(times)
}

function measureOpen(path: string, hash: string): number {
  const times = Array.from({ length: SAVES }, () => {
    let opened: WorkbookSession | undefined
    const took = time(() => {
      opened = new WorkbookSession(WorkbookFile.open(path))
    })
    if (opened?.contentHash() !== hash) throw new Error('what was opened is not what was saved')
    opened.file.discard()
    return took
  })
  return median(times)
}

async function measureRecovery(
  workFolder: string,
): Promise<Pick<DurabilityFigures, 'recovery' | 'recoveryToView'>> {
  const [answered, shown]: [number[], number[]] = [[], []]
  for (let run = 0; run < SAVES; run += 1) {
    const start = performance.now()
    const engine = fork(ENGINE, [], { serialization: 'advanced', stdio: ['ignore', 1, 2, 'ipc'] })
    await ask(engine, 'workbook.resume', { workFolder })
    // A window that shows this stand already asks for no more.
    await ask(engine, 'plan.stand', {})
    answered.push(performance.now() - start)
    await ask(engine, 'plan.view', {})
    shown.push(performance.now() - start)
    const isOver = new Promise((resolve) => engine.once('exit', resolve))
    engine.kill('SIGKILL')
    await isOver
  }
  return { recovery: median(answered), recoveryToView: median(shown) }
}

async function ask(engine: ChildProcess, method: string, params: object): Promise<void> {
  engine.send({ from: 'host', body: { id: 1, method, params } })
  const answer = await new Promise<{ body: object }>((resolve) => engine.once('message', resolve))
  if ('failure' in answer.body) throw new Error(`${method} failed`)
}

function time(work: () => void): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN
}
