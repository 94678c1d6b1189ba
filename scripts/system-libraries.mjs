import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { run, say, SetUpError } from './progress.mjs'

/** What a window and its fonts need on a bare Debian. */
const PACKAGES = [
  'xvfb',
  'xauth',
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'fonts-noto-core',
]

/** Newer Debians and Ubuntus renamed some libraries. */
const RENAMED = { 'libgtk-3-0': 'libgtk-3-0t64', libasound2: 'libasound2t64' }

/** Installs missing system libraries on Debian as root; elsewhere names the command and stops. */
export function setUpSystemLibraries() {
  if (process.platform !== 'linux') return
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : ''
  if (!/^ID(_LIKE)?=.*(debian|ubuntu)/m.test(release)) return
  const missing = PACKAGES.filter((name) => !isInstalled(name) && !isInstalled(RENAMED[name]))
  if (missing.length === 0) return
  const command = `apt-get update && apt-get install -y --no-install-recommends ${missing.join(' ')}`
  if (process.getuid() !== 0) {
    throw new SetUpError(
      `system libraries are missing: ${missing.join(' ')}. Run:\n  sudo sh -c '${command}'`,
    )
  }
  say(`system libraries: installing ${missing.join(' ')}`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  run('apt-get', ['update', '-qq'], { env })
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], { env })
}

function isInstalled(name) {
  if (!name) return false
  return spawnSync('dpkg', ['-s', name], { encoding: 'utf8' }).stdout.includes(
    'Status: install ok installed',
  )
}
