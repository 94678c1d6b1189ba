import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { ended, startChild } from './start-child.ts'
import { ENTRY, readLongghep, runLongghep } from '../cli/run-longghep.ts'
import { seeded } from './seeded.ts'

const PROJECTS = ['7801001', '7801002', '7801003', '7801004']

/** What became of saves of writers who all write one file. */
export interface RivalFigures {
  readonly rounds: number
  readonly saved: number
  readonly refused: number
  readonly killed: number
  readonly lost: number
}

/** Four writers open, edit and save one file at once, some of them killed on the way; whoever was told "saved" must be in it. */
export async function rivalWriters(
  rounds: number,
  seed: number,
  path: string,
): Promise<RivalFigures> {
  const random = seeded(seed)
  runLongghep(['sample', path])
  const seen = { saved: 0, refused: 0, killed: 0, lost: 0 }
  for (let round = 1; round <= rounds; round += 1) {
    const writers = PROJECTS.map((project) => startWriter(path, project, round))
    const victim = random() < 0.5 ? writers[Math.floor(random() * writers.length)] : undefined
    const codes = Promise.all(writers.map(ended))
    await pause(random() * 250)
    victim?.kill('SIGKILL')
    for (const code of await codes) {
      if (code === 0) seen.saved += 1
      else if (code === null) seen.killed += 1
      else seen.refused += 1
    }
    const held = amountsIn(path)
    const finished = await codes
    for (const [at, project] of PROJECTS.entries()) {
      if (finished[at] === 0 && held.get(project) !== String(round)) seen.lost += 1
    }
  }
  return { rounds, ...seen }
}

/** The same with writers who have all opened the file before the first saves, and who replace whatever stands there. */
export async function rivalWritersCarelessly(
  rounds: number,
  path: string,
): Promise<{ saved: number; lost: number }> {
  runLongghep(['sample', path])
  const seen = { saved: 0, lost: 0 }
  for (let round = 1; round <= rounds; round += 1) {
    const writers = PROJECTS.map((project) =>
      startChild('careless-writer', [path, project, String(round)]),
    )
    await Promise.all(writers.map((writer) => new Promise((open) => writer.once('message', open))))
    for (const writer of writers) {
      writer.send('save')
      if ((await ended(writer)) === 0) seen.saved += 1
    }
    const held = amountsIn(path)
    seen.lost += PROJECTS.filter((project) => held.get(project) !== String(round)).length
  }
  return seen
}

function startWriter(path: string, project: string, amount: number): ChildProcess {
  const args = [ENTRY, 'set', path, project, 'T-DAT', '2026', `=${amount}`]
  return spawn(process.execPath, args, { stdio: 'ignore' })
}

function amountsIn(path: string): ReadonlyMap<string, string> {
  const { allocations } = readLongghep<{
    allocations: { project: string; line: string; year: number; amount: string }[]
  }>(['show', path])
  return new Map(
    allocations
      .filter(({ line, year }) => line === 'T-DAT' && year === 2026)
      .map(({ project, amount }) => [project, amount]),
  )
}
