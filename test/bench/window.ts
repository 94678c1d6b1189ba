import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Plan } from '../../src/core/plan.ts'
import { planAsChanges } from '../../src/engine/plan-as-changes.ts'
import { WorkbookSession } from '../../src/engine/session.ts'
import { viewSession, viewSessionFlags } from '../../src/engine/view-session.ts'
import { WorkbookFile } from '../../src/engine/workbook/workbook-file.ts'
import { PlanColumns } from '../../src/renderer/plan/plan-columns.ts'
import { type LaunchedApp, launchApp } from '../end-to-end/launch.ts'
import { type SizeName, WORK_SIZES, generatePlan } from './generate-plan.ts'
import { OpenMatrix } from './open-matrix.ts'
import { PeerTable } from './peer-table.ts'

/** One thing measured in the real window; smaller is better. */
export interface WindowFigure {
  readonly name: string
  readonly ours: number
  /** The same work of the peer in the same run; null where there is no peer. */
  readonly peer: number | null
  readonly peerName: string | null
  /** The goal for ours; null where none is set for this size. */
  readonly limit: number | null
  readonly unit: 'ms' | 'MB'
}

const PEER = 'hand-written virtual table'
const ENGINE = 'out/engine/main.js'
const STARTS = 3
const LOOKS = ['--lang', 'vi', '--theme', 'light', '--size', '1366x768']
const USABLE: Readonly<Record<SizeName, number>> = { small: 700, province: 700, nation: 2_000 }

/** Measures the matrix in the real window beside a table written by hand; every figure shown is checked first. */
export async function measureWindow(size: SizeName): Promise<WindowFigure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'longghep-bench-'))
  const before = process.env['XDG_STATE_HOME']
  // Where the window keeps what it knows of files: what this process saves there is the window's own.
  process.env['XDG_STATE_HOME'] = join(folder, 'state')
  try {
    const plan = generatePlan(WORK_SIZES[size])
    const path = join(folder, 'plan.lgw')
    const columns = writeWorkbook(plan, path)
    return [
      figure('program started to an empty window', median(await startTimes([])), null),
      figure(
        'double click on a file of this computer to a usable matrix',
        median(await startTimes([path], folder)),
        USABLE[size],
      ),
      figure('the same for a file from elsewhere', median(await startTimes([path])), null),
      ...(await measureOpenWindow({ plan, columns, path }, size)),
    ]
  } finally {
    if (before === undefined) delete process.env['XDG_STATE_HOME']
    else process.env['XDG_STATE_HOME'] = before
    rmSync(folder, { recursive: true, force: true })
  }
}

function writeWorkbook(plan: Plan, path: string): PlanColumns {
  const session = new WorkbookSession(WorkbookFile.create(plan.settings, new Date(), 'bench'))
  session.edit({ kind: 'import', detail: { added: 1, updated: 0 } }, planAsChanges(plan))
  session.save(path)
  const columns = new PlanColumns(viewSession(session))
  columns.showFlags(viewSessionFlags(session))
  session.file.discard()
  return columns
}

/** From the start of the program to a window that takes keys, ms. */
async function startTimes(args: readonly string[], home?: string): Promise<number[]> {
  const times: number[] = []
  for (let run = 0; run < STARTS; run += 1) {
    const start = performance.now()
    const launched = await launchApp({ args: [...args, ...LOOKS], ...(home && { home }) })
    try {
      await whenReady(launched)
      times.push(performance.now() - start)
    } finally {
      await launched.close()
    }
  }
  return times
}

/** The generated plan, the columns a window gets of it and the file it is in. */
interface Workbook {
  readonly plan: Plan
  readonly columns: PlanColumns
  readonly path: string
}

async function measureOpenWindow(
  { plan, columns, path }: Workbook,
  size: SizeName,
): Promise<WindowFigure[]> {
  const launched = await launchApp({ args: [path, ...LOOKS] })
  try {
    await whenReady(launched)
    const matrix = new OpenMatrix(launched.window, plan, columns)
    await matrix.check()
    const painted = await matrix.firstPaint()
    const memory = await memoryOf(launched)
    const texts = await matrix.texts()
    const scrolls = { slow: await matrix.scroll(40), fast: await matrix.scroll(1_300) }
    const filter = await matrix.filter('xa 17')
    const sort = await matrix.sort()
    const selection = await matrix.selectAll()
    const edits = await matrix.edit()
    const paste = await matrix.paste(launched.app)
    const peer = await PeerTable.open(launched.app, columns, texts)
    return [
      figure('data there to first paint', painted, 800, peer.painted),
      ...scrollFigures('scroll, a frame', scrolls.slow, await peer.scroll(40)),
      ...scrollFigures('fast scroll, a frame', scrolls.fast, await peer.scroll(1_300)),
      ...pair(
        'key to the engine’s answer',
        edits.map(({ answer }) => answer),
        16.7,
      ),
      ...pair(
        'key to paint with new totals',
        edits.map(({ paint }) => paint),
        33,
      ),
      figure('every cell selected, to its exact sum', selection, size === 'nation' ? null : 50),
      figure(`paste of ${paste.cells} cells, key to preview`, paste.preview, null),
      figure(`paste of ${paste.cells} cells, yes to new totals`, paste.entered, null),
      figure(`paste of ${paste.cells} cells in all`, paste.preview + paste.entered, 1_000),
      figure('quick filter', filter, 300),
      figure('sort', sort, 300),
      ...memory,
    ]
  } finally {
    await launched.close()
  }
}

async function whenReady({ window }: LaunchedApp): Promise<void> {
  await window
    .locator('[data-testid=app][data-ready=true][data-complete=true]')
    .waitFor({ timeout: 60_000 })
}

function scrollFigures(name: string, ours: number[], peer: number[]): WindowFigure[] {
  const worst = at(peer, 0.95)
  return [
    figure(`${name}, p50`, median(ours), null, median(peer)),
    figure(`${name}, p95`, at(ours, 0.95), 2 * worst, worst),
  ]
}

function pair(name: string, times: number[], limit: number): WindowFigure[] {
  return [
    figure(`${name}, p50`, median(times), null),
    figure(`${name}, p95`, at(times, 0.95), limit),
  ]
}

/** What each kind of process holds in memory. */
async function memoryOf({ app }: LaunchedApp): Promise<WindowFigure[]> {
  const processes = await app.evaluate(({ app: main }) =>
    main.getAppMetrics().map(({ type, memory }) => ({
      role: type === 'Tab' ? 'page' : type,
      megabytes: memory.workingSetSize / 1024,
    })),
  )
  processes.push({ role: 'engine', megabytes: engineMegabytes(app.process().pid) })
  const roles = [...new Set(processes.map(({ role }) => role))]
  return roles.map((role) => ({
    ...figure(`memory, ${role}`, megabytesOf(processes, role), role === 'page' ? 700 : null),
    unit: 'MB',
  }))
}

function megabytesOf(
  processes: readonly { role: string; megabytes: number }[],
  role: string,
): number {
  return processes.reduce((sum, one) => sum + (one.role === role ? one.megabytes : 0), 0)
}

/** The engine is a plain child process, which Electron's own list leaves out. */
function engineMegabytes(main: number | undefined): number {
  if (process.platform === 'win32') return Number.NaN
  const all = execFileSync('ps', ['-eo', 'ppid=,rss=,args='], { encoding: 'utf8' })
  const engine = all
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .find(([parent, , ...args]) => Number(parent) === main && args.join(' ').includes(ENGINE))
  return Number(engine?.[1]) / 1024
}

function figure(
  name: string,
  ours: number,
  limit: number | null,
  peer: number | null = null,
): WindowFigure {
  return { name, ours, peer, peerName: peer === null ? null : PEER, limit, unit: 'ms' }
}

function median(times: readonly number[]): number {
  return at(times, 0.5)
}

function at(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
