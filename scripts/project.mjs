import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of package.json. */
export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))

/** Things fetched once and never committed. */
export const CACHE = join(ROOT, '.cache')

const EXECUTABLE = process.platform === 'win32' ? '.exe' : ''

/** The Node 24 that the `node` package brings; the store cannot run on an older one. */
export const NODE = join(ROOT, 'node_modules', 'node', 'bin', `node${EXECUTABLE}`)

/** An environment in which the project's own tools and its own Node come first. */
export function projectEnvironment(extra = {}) {
  const separator = process.platform === 'win32' ? ';' : ':'
  const path = [join(ROOT, 'node_modules', '.bin'), process.env.PATH].join(separator)
  return { ...process.env, PATH: path, ...extra }
}
