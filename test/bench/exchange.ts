import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** One measured piece of work: its time and the peak memory of the process it had to itself. */
export interface ExchangeFigure {
  readonly work: string
  readonly by: string
  readonly ms: number
  /** Processor time; steadier than the clock on a busy machine, and absent where another program does the work. */
  readonly cpuMs?: number
  /** Absent where another program does the work. */
  readonly megabytes?: number
  /** How many times as long as ours it takes. */
  readonly ratio: number
}

const JOB = fileURLToPath(new URL('exchange-job.ts', import.meta.url))
const BIG = '100,000 × 20 .xlsx'

/** Reads and writes a large workbook, ours beside its peers in one run; every job first proves its sum. */
export function measureExchange(): ExchangeFigure[] {
  const folder = mkdtempSync(join(tmpdir(), 'longghep-bench-'))
  try {
    const big = join(folder, 'big.xlsx')
    const writers = ['ours', 'exceljs', 'hucre'].map((by) =>
      figure(
        `write ${BIG}`,
        by,
        runJob(`write ${by}`, by === 'ours' ? big : join(folder, `${by}.xlsx`)),
      ),
    )
    const readers = ['ours', 'exceljs', 'hucre'].map((by) =>
      figure(`read ${BIG}`, by, runJob(`read ${by}`, big)),
    )
    const office = readWithOffice(big, folder)
    const province = figure(
      'province: three tables out and in',
      'ours',
      runJob('province there and back', ''),
    )
    return [
      ...compared(writers),
      ...compared([
        ...readers,
        ...(office === null ? [] : [figure(`read ${BIG}`, 'LibreOffice', office)]),
      ]),
      province,
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

interface Run {
  readonly ms: number
  readonly cpuMs?: number
  readonly megabytes?: number
}

function figure(work: string, by: string, run: Run): ExchangeFigure {
  return { work, by, ...run, ratio: 1 }
}

function compared(figures: readonly ExchangeFigure[]): ExchangeFigure[] {
  const ours = figures.find(({ by }) => by === 'ours')?.ms ?? 1
  return figures.map((one) => ({ ...one, ratio: Math.round((one.ms / ours) * 10) / 10 }))
}

/** The sources carry types and parameter properties, which Node takes out on the way. */
function runJob(job: string, path: string): Run {
  const flags = ['--experimental-transform-types', '--disable-warning=ExperimentalWarning']
  const out = execFileSync(process.execPath, [...flags, JOB, job, path], { encoding: 'utf8' })
  return JSON.parse(out) as Run
}

/** LibreOffice reads the workbook and writes it as a csv; null where it is not installed. */
function readWithOffice(path: string, folder: string): Run | null {
  const start = performance.now()
  const run = spawnSync(
    'soffice',
    [
      `-env:UserInstallation=file://${join(folder, 'profile')}`,
      '--headless',
      '--convert-to',
      'csv',
      '--outdir',
      folder,
      path,
    ],
    { timeout: 120_000 },
  )
  return run.status === 0 ? { ms: Math.round(performance.now() - start) } : null
}
