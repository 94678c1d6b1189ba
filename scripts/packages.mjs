import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { SetUpError, run, say } from './progress.mjs'
import { NODE, ROOT } from './project.mjs'

/** Installs the npm packages of the lockfile, unless they are installed already. */
export function setUpPackages() {
  if (!areInstalled()) {
    say('npm packages: installing from the lockfile (about a minute)')
    const isWindows = process.platform === 'win32'
    run(isWindows ? 'npm.cmd' : 'npm', ['ci', '--no-audit', '--no-fund'], {
      cwd: ROOT,
      env: { ...process.env, PATH: outerPath() },
      shell: isWindows,
    })
  }
  checkNode()
}

/** npm writes its hidden lockfile last, so what it names is on the disk. */
function areInstalled() {
  const hidden = join(ROOT, 'node_modules', '.package-lock.json')
  if (!existsSync(hidden) || !existsSync(NODE)) return false
  const installed = readPackages(hidden)
  return Object.entries(readPackages(join(ROOT, 'package-lock.json'))).every(
    ([path, wanted]) => path === '' || isSatisfied(wanted, installed[path]),
  )
}

function isSatisfied(wanted, found) {
  // Packages for other platforms are optional and stay away.
  if (!found) return Boolean(wanted.optional || wanted.devOptional)
  return found.version === wanted.version && found.integrity === wanted.integrity
}

function readPackages(path) {
  return JSON.parse(readFileSync(path, 'utf8')).packages
}

/** Without the project's own tools: npm takes away the very Node they would run on. */
function outerPath() {
  const own = join(ROOT, 'node_modules', '.bin')
  return process.env.PATH.split(delimiter)
    .filter((folder) => folder !== own)
    .join(delimiter)
}

function checkNode() {
  if (!existsSync(NODE)) {
    throw new SetUpError('Node 24 is missing from the `node` package. Run: npm rebuild node')
  }
  const version = run(NODE, ['--version']).trim()
  if (!version.startsWith('v24.')) throw new SetUpError(`expected Node 24, found ${version}`)
}
