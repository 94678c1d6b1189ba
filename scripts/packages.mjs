import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SetUpError, run, say } from './progress.mjs'
import { CACHE, NODE, ROOT } from './project.mjs'

const STAMP = join(CACHE, 'packages.sha256')

/** Installs the npm packages of the lockfile, unless they are installed already. */
export function setUpPackages() {
  const lockfile = createHash('sha256')
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .digest('hex')
  const installed = existsSync(STAMP) ? readFileSync(STAMP, 'utf8') : ''
  if (installed !== lockfile || !existsSync(NODE)) {
    say('npm packages: installing from the lockfile (about a minute)')
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
    run(npm, ['ci', '--no-audit', '--no-fund'], { cwd: ROOT, shell: process.platform === 'win32' })
    mkdirSync(CACHE, { recursive: true })
    writeFileSync(STAMP, lockfile)
  }
  checkNode()
}

function checkNode() {
  if (!existsSync(NODE)) {
    throw new SetUpError('Node 24 is missing from the `node` package. Run: npm rebuild node')
  }
  const version = run(NODE, ['--version']).trim()
  if (!version.startsWith('v24.')) throw new SetUpError(`expected Node 24, found ${version}`)
}
