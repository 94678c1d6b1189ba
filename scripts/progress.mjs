import { spawnSync } from 'node:child_process'

/** Says one step of the set-up in one line. */
export function say(line) {
  process.stderr.write(`• ${line}\n`)
}

/** Ends the set-up with a sentence that names what to do. */
export class SetUpError extends Error {}

/** Runs a command and shows its output only when it fails. @throws SetUpError */
export function run(command, args, options = {}) {
  const result = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 28, ...options })
  if (result.error || result.status !== 0) {
    const output = `${result.stdout ?? ''}${result.stderr ?? ''}`.trim().split('\n').slice(-20)
    const reason = result.error?.message ?? output.join('\n')
    throw new SetUpError(`${command} ${args.join(' ')} failed:\n${reason}`)
  }
  return result.stdout ?? ''
}
