import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** Node runs the source as it is; types are only taken out. */
export const TYPESCRIPT = [
  '--experimental-transform-types',
  '--disable-warning=ExperimentalWarning',
]

/** The path of a script in `children`. */
export function childPath(name: string): string {
  return fileURLToPath(new URL(`children/${name}.ts`, import.meta.url))
}

/** Starts a script of `children` as a process of its own that can be spoken with and killed. */
export function startChild(name: string, args: readonly string[]): ChildProcess {
  return fork(childPath(name), [...args], {
    execArgv: TYPESCRIPT,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
}

/** Waits for a process to end. */
export function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve(child.exitCode)
    else child.once('exit', resolve)
  })
}
