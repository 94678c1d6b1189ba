import { spawnSync } from 'node:child_process'
import { basename } from 'node:path'
import { z } from 'zod'
import { type Failure, fromFailure } from '../../contract/failure.ts'
import { WorkbenchError } from '../../core/error.ts'
import { findBuiltEntry } from './built-entry.ts'

/** How long a file from outside may be looked at, ms. */
const INTAKE_PATIENCE_MS = 10_000
/** How much memory that may take, bytes. */
export const INTAKE_MEMORY = 1 << 30

const failureSchema = z.object({
  code: z.string(),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
})

/** What the intake process does with a file, and what it then answers. */
const WORKS = {
  'take-in': z.object({ hash: z.string() }),
  diagnose: z.array(failureSchema),
  salvage: z.object({ rows: z.number() }),
}

/** The name of one of its works. */
export type IntakeWork = keyof typeof WORKS

/** What a work answers. */
export type IntakeAnswer<W extends IntakeWork> = z.infer<(typeof WORKS)[W]>

const answerSchema = z.union([
  z.object({ result: z.unknown() }),
  z.object({ failure: failureSchema }),
])

/** Has a process of its own look into a file and put what it found at `target`. @throws what it found wrong, or `workbook-check-stopped` */
export function askIntake<W extends IntakeWork>(
  work: W,
  path: string,
  target = '',
): IntakeAnswer<W> {
  const stopped = (reason: string) =>
    new WorkbenchError('workbook-check-stopped', { name: basename(path), reason })
  const { stdout, status, signal } = spawnSync(
    process.execPath,
    ['--max-old-space-size=512', findBuiltEntry('intake.js'), work, path, target],
    {
      // Inside Electron the executable is a browser unless it is told to be Node.
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
      timeout: INTAKE_PATIENCE_MS,
      killSignal: 'SIGKILL',
    },
  )
  if (status !== 0) throw stopped(signal ?? String(status))
  const answer = answerSchema.parse(JSON.parse(stdout))
  if ('failure' in answer) throw fromFailure(answer.failure as Failure)
  return WORKS[work].parse(answer.result) as IntakeAnswer<W>
}
