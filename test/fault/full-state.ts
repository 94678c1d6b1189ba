import { spawnSync } from 'node:child_process'
import { NODE } from '../../scripts/project.mjs'
import type { FullStateFigures } from './children/fill-state.ts'
import { TYPESCRIPT, childPath } from './start-child.ts'

/** Edits until this computer's own disk, where the working copy lies, is full; then saves to another disk. */
export function fillState(): FullStateFigures {
  const run = spawnSync('unshare', ['-Urm', NODE, ...TYPESCRIPT, childPath('fill-state')], {
    encoding: 'utf8',
  })
  if (run.status !== 0) throw new Error(run.stderr)
  return JSON.parse(run.stdout) as FullStateFigures
}
