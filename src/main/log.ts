import { join } from 'node:path'
import { app } from 'electron'
import log from 'electron-log/node'

/** Keeps a log in the person's own folder and sends it nowhere; it holds no amounts, names or paths. */
export function startLog(): void {
  log.transports.console.level = false
  log.transports.file.resolvePathFn = () => join(app.getPath('userData'), 'logs', 'main.log')
  log.transports.file.maxSize = 1 << 20
  process.on('uncaughtException', (error) => logCrash('main', error))
  process.on('unhandledRejection', (error) => logCrash('main', error))
}

/** Notes something by a fixed word and plain numbers. */
export function logEvent(
  event: string,
  detail: Readonly<Record<string, number | null>> = {},
): void {
  log.info(event, detail)
}

/** Notes where an error came from; its message may hold a name, so it is left out. */
export function logCrash(where: string, error: unknown): void {
  const { name, stack = '' } = error instanceof Error ? error : { name: typeof error }
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line))
  log.error(where, name, frames.slice(0, 10).join('\n'))
}
