import { spawnSync } from 'node:child_process'
import { NODE } from '../../scripts/project.mjs'
import { TYPESCRIPT, childPath } from './start-child.ts'

/** What became of a document on a disk that fills up. */
export interface FullDiskFigures {
  readonly steps: number
  readonly saved: number
  readonly refused: number
  readonly damaged: number
  readonly unclear: number
}

/** Saves on a small disk of its own with ever more free space, from none at all. */
export function fillDisk(
  steps: number,
  state: string,
  how: 'safely' | 'carelessly' = 'safely',
): FullDiskFigures {
  // A name space of its own may mount a small disk without any right on the computer.
  const run = spawnSync(
    'unshare',
    ['-Urm', NODE, ...TYPESCRIPT, childPath('fill-disk'), String(steps), how],
    { encoding: 'utf8', env: { ...process.env, XDG_STATE_HOME: state } },
  )
  if (run.status !== 0) throw new Error(run.stderr)
  return JSON.parse(run.stdout) as FullDiskFigures
}
