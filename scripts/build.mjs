import { existsSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { setUpPackages } from './packages.mjs'
import { run, say } from './progress.mjs'
import { NODE, ROOT, projectEnvironment } from './project.mjs'
import { runScript } from './set-up.mjs'

const OUT = join(ROOT, 'out')
const STAMP = join(OUT, 'built')
const SOURCES = [
  'src',
  'package.json',
  'package-lock.json',
  'electron.vite.config.ts',
  'vite.node.config.ts',
  'lingui.config.ts',
]

/** Builds the window, the engine and the command, unless they are newer than every source. */
export function buildIfStale() {
  if (existsSync(STAMP)) {
    const built = statSync(STAMP).mtimeMs
    if (SOURCES.every((path) => newestIn(join(ROOT, path)) < built)) return
  }
  build()
}

/** Builds everything into an empty `out`. @throws SetUpError */
export function build() {
  say('building the window, the engine and the command')
  rmSync(OUT, { recursive: true, force: true })
  const started = new Date()
  const options = { cwd: ROOT, env: projectEnvironment() }
  const bin = (name, file) => join(ROOT, 'node_modules', name, 'bin', file)
  run(NODE, [bin('electron-vite', 'electron-vite.js'), 'build'], options)
  run(NODE, [bin('vite', 'vite.js'), 'build', '--config', 'vite.node.config.ts'], options)
  writeFileSync(STAMP, `${started.toISOString()}\n`)
  // A source saved while the build ran must look newer than it.
  utimesSync(STAMP, started, started)
}

function newestIn(path) {
  const stat = statSync(path)
  if (!stat.isDirectory()) return stat.mtimeMs
  const times = readdirSync(path).map((name) => newestIn(join(path, name)))
  return Math.max(stat.mtimeMs, ...times)
}

const isStartedItself = import.meta.url === pathToFileURL(process.argv[1] ?? '').href
if (isStartedItself) {
  await runScript(() => {
    // Packages installed by a plain npm on an old Node may lack a platform's part.
    setUpPackages()
    build()
    return 0
  })
}
