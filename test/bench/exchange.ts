import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { READERS, WRITERS } from './exchange-peers.ts'
import { SHEET_SIZES } from './exchange-table.ts'

/** One measured piece of work: its time and the peak memory of the process it had to itself. */
export interface ExchangeFigure {
  readonly work: string
  readonly by: string
  readonly ms: number
  /** Processor time; steadier than the clock on a busy machine, so the ratio is of it. */
  readonly cpuMs: number
  readonly megabytes: number
  /** How many times the processor time ours takes, and how many times the memory. */
  readonly ratio: number
  readonly memoryRatio: number
}

/** Where LibreOffice puts what it writes. */
const OFFICE = 'office'
const JOB = fileURLToPath(new URL('exchange-job.ts', import.meta.url))

/** Reads and writes two sizes of workbook, ours beside its peers in one run; every job proves its sum before its time counts. */
export function measureExchange(): ExchangeFigure[] {
  const folder = mkdtempSync(join(tmpdir(), 'longghep-bench-'))
  try {
    const sheets = Object.keys(SHEET_SIZES).flatMap((size) => measureSize(size, folder))
    const carry = { by: 'ours', ...runJob(['carry', 'ours', 'province', '']) }
    return [...sheets, ...compared('province: every table out and in', [carry])]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function measureSize(size: string, folder: string): ExchangeFigure[] {
  const file = (by: string) => join(folder, `${by}.xlsx`)
  const writers = Object.keys(WRITERS).map((by) => ({
    by,
    ...runJob(['write', by, size, file(by)]),
  }))
  const readers = Object.keys(READERS).map((by) => ({
    by,
    ...runJob(['read', by, size, file('ours')]),
  }))
  const read = convertWithOffice(file('ours'), 'csv', folder)
  const written = convertWithOffice(file('ours'), 'xlsx', folder)
  // What LibreOffice wrote must hold what it read: this job proves the sum of the sheet.
  if (written) runJob(['read', 'ours', size, join(folder, OFFICE, 'ours.xlsx')])
  return [
    ...compared(`write ${size} .xlsx`, [...writers, ...named('LibreOffice, read first', written)]),
    ...compared(`read ${size} .xlsx`, [...readers, ...named('LibreOffice', read)]),
  ]
}

function named(by: string, run: Run | null): (Run & { readonly by: string })[] {
  return run === null ? [] : [{ by, ...run }]
}

interface Run {
  readonly ms: number
  readonly cpuMs: number
  readonly megabytes: number
}

function compared(
  work: string,
  runs: readonly (Run & { readonly by: string })[],
): ExchangeFigure[] {
  const ours = runs.find(({ by }) => by === 'ours')
  const ratio = (of: keyof Run, run: Run) => Math.round((run[of] / (ours?.[of] ?? 1)) * 10) / 10
  return runs.map((run) => ({
    work,
    ...run,
    ratio: ratio('cpuMs', run),
    memoryRatio: ratio('megabytes', run),
  }))
}

/** The sources carry types and parameter properties, which Node takes out on the way. */
function runJob(args: readonly string[]): Run {
  const flags = ['--experimental-transform-types', '--disable-warning=ExperimentalWarning']
  const out = execFileSync(process.execPath, [...flags, JOB, ...args], { encoding: 'utf8' })
  return JSON.parse(out) as Run
}

/** What `time` tells of a command: seconds by the clock, of the processor in two parts, and peak kilobytes. */
const TIMES = /([\d.]+) ([\d.]+) ([\d.]+) (\d+)\s*$/

/** LibreOffice reads the workbook and writes it in another format; null where it or `time` is not installed. */
function convertWithOffice(path: string, format: 'csv' | 'xlsx', folder: string): Run | null {
  const office = [
    'soffice',
    `-env:UserInstallation=file://${join(folder, 'profile')}`,
    '--headless',
    '--convert-to',
    format,
    '--outdir',
    join(folder, OFFICE),
    path,
  ]
  const run = spawnSync('/usr/bin/time', ['-f', '%e %U %S %M', ...office], {
    timeout: 120_000,
    encoding: 'utf8',
  })
  const [, clock, user, system, kilobytes] = TIMES.exec(run.stderr ?? '') ?? []
  if (run.status !== 0 || clock === undefined) return null
  return {
    ms: Math.round(Number(clock) * 1000),
    cpuMs: Math.round((Number(user) + Number(system)) * 1000),
    megabytes: Math.round(Number(kilobytes) / 1024),
  }
}
