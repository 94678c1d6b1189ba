import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { SetUpError, run, say } from './progress.mjs'

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

/** The same for other families of Linux, to be run by hand. */
const BY_HAND = {
  fedora:
    'sudo dnf install xorg-x11-server-Xvfb xorg-x11-xauth gtk3 nss alsa-lib mesa-libgbm google-noto-sans-fonts',
  arch: 'sudo pacman -S xorg-server-xvfb xorg-xauth gtk3 nss alsa-lib mesa noto-fonts',
  suse: 'sudo zypper install xorg-x11-server-Xvfb xauth gtk3-tools mozilla-nss libasound2 libgbm1 google-noto-sans-fonts',
}

/** Installs missing system libraries on Debian as root; elsewhere names the command and stops. */
export function setUpSystemLibraries() {
  if (process.platform !== 'linux') return
  if (isOfFamily('debian|ubuntu')) setUpDebian()
  else checkTools()
}

function setUpDebian() {
  const installed = listInstalled()
  const missing = PACKAGES.filter((name) => !installed.has(name) && !installed.has(RENAMED[name]))
  if (missing.length === 0) return
  if (process.getuid() !== 0) {
    const command = `apt-get update && apt-get install -y --no-install-recommends ${availableNames(missing).join(' ')}`
    throw new SetUpError(
      `system libraries are missing: ${missing.join(' ')}. Run:\n  sudo sh -c '${command}'`,
    )
  }
  say(`system libraries: installing ${missing.join(' ')}`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  run('apt-get', ['update', '-qq'], { env })
  const install = ['install', '-y', '-qq', '--no-install-recommends', ...availableNames(missing)]
  run('apt-get', install, { env })
}

/** The window itself may have all it needs; a virtual screen is what tests cannot do without. */
function checkTools() {
  if (existsOnPath('Xvfb') && existsOnPath('xvfb-run')) return
  const family = Object.keys(BY_HAND).find(isOfFamily)
  throw new SetUpError(
    `Xvfb is missing. ${family ? `Run:\n  ${BY_HAND[family]}` : 'Install Xvfb, xauth, GTK 3, NSS, ALSA and GBM with the package manager of this system.'}`,
  )
}

function isOfFamily(names) {
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : ''
  return new RegExp(`^ID(_LIKE)?=.*(${names})`, 'm').test(release)
}

function listInstalled() {
  const names = [...PACKAGES, ...Object.values(RENAMED)]
  const format = '${db:Status-Status} ${Package}\n'
  const { stdout } = spawnSync('dpkg-query', ['-W', '-f', format, ...names], { encoding: 'utf8' })
  const lines = (stdout ?? '').split('\n').filter((line) => line.startsWith('installed '))
  return new Set(lines.map((line) => line.slice('installed '.length)))
}

function availableNames(names) {
  return names.map((name) => {
    const renamed = RENAMED[name]
    if (!renamed) return name
    return spawnSync('apt-cache', ['show', renamed]).status === 0 ? renamed : name
  })
}

function existsOnPath(command) {
  return process.env.PATH.split(':').some((folder) => existsSync(`${folder}/${command}`))
}
