import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The built command. */
export const ENTRY = fileURLToPath(new URL('../../out/cli/longghep.js', import.meta.url))

/** What one run of the built command printed and how it ended. */
export interface Run {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Runs the built `longghep` as a process of its own, without a display. */
export function runLongghep(args: readonly string[]): Run {
  const { DISPLAY: _display, ...env } = process.env
  const run = spawnSync(process.execPath, [ENTRY, ...args], {
    encoding: 'utf8',
    env: { ...env, LANG: 'C' },
    maxBuffer: 256 * 1024 * 1024,
  })
  return { code: run.status, out: run.stdout, err: run.stderr }
}

/** Runs it with `--json` and reads the one document it printed. */
export function readLongghep<T>(args: readonly string[]): T {
  const { out, err } = runLongghep([...args, '--json'])
  if (out === '') throw new Error(err)
  return JSON.parse(out) as T
}
