import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { SetUpError, run, say } from './progress.mjs'
import { CACHE, NODE, ROOT } from './project.mjs'

const FIRST_NODE_FOLDER = join(CACHE, 'node')
const FIRST_NODE = NODE.replace(ROOT, FIRST_NODE_FOLDER)

/** Installs the npm packages of the lockfile, unless they are installed already. */
export function setUpPackages() {
  if (!areInstalled()) install()
  checkNode(NODE)
}

/**
 * npm leaves out, in silence, the platform's part of a package that asks for a newer Node than the one
 * npm runs on. So packages are installed by the Node they are meant for, fetched first where need be.
 */
function install() {
  const node = findNewNode() ?? fetchFirstNode()
  say('npm packages: installing from the lockfile (about a minute)')
  runNpm(node, ['ci', '--no-audit', '--no-fund'], ROOT)
}

function findNewNode() {
  const version = run('node', ['--version'], { env: outerEnvironment() }).trim()
  return Number.parseInt(version.slice(1), 10) >= 24 ? 'node' : null
}

function fetchFirstNode() {
  const { devDependencies, allowScripts } = JSON.parse(
    readFileSync(join(ROOT, 'package.json'), 'utf8'),
  )
  if (!existsSync(FIRST_NODE)) {
    say(`Node ${devDependencies.node}: fetching it to install the packages with`)
    mkdirSync(FIRST_NODE_FOLDER, { recursive: true })
    const wanted = { private: true, allowScripts, dependencies: { node: devDependencies.node } }
    writeFileSync(join(FIRST_NODE_FOLDER, 'package.json'), JSON.stringify(wanted))
    runNpm('node', ['install', '--no-audit', '--no-fund', '--no-package-lock'], FIRST_NODE_FOLDER)
  }
  checkNode(FIRST_NODE)
  return FIRST_NODE
}

/** Runs npm itself on the given Node. */
function runNpm(node, args, cwd) {
  const env = outerEnvironment()
  if (node !== 'node') env.PATH = [dirname(node), env.PATH].join(delimiter)
  const npm = process.env.npm_execpath
  if (npm?.endsWith('.js')) run(node, [npm, ...args], { cwd, env })
  else run('npm', args, { cwd, env, shell: process.platform === 'win32' })
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
  if (!found) return Boolean(wanted.optional || wanted.devOptional) && !isForThisPlatform(wanted)
  return found.version === wanted.version && found.integrity === wanted.integrity
}

function isForThisPlatform({ os, cpu, libc }) {
  if (!os || !cpu) return false
  const isGlibc = () => Boolean(process.report.getReport().header.glibcVersionRuntime)
  return (
    os.includes(process.platform) &&
    cpu.includes(process.arch) &&
    (!libc || libc.includes(isGlibc() ? 'glibc' : 'musl'))
  )
}

function readPackages(path) {
  return JSON.parse(readFileSync(path, 'utf8')).packages
}

/** Without the project's own tools: npm takes away the very Node they would run on. */
function outerEnvironment() {
  const own = join(ROOT, 'node_modules', '.bin')
  const folders = process.env.PATH.split(delimiter).filter((folder) => folder !== own)
  return { ...process.env, PATH: folders.join(delimiter) }
}

function checkNode(node) {
  if (!existsSync(node)) {
    throw new SetUpError('Node 24 is missing from the `node` package. Run: npm rebuild node')
  }
  const version = run(node, ['--version']).trim()
  if (!version.startsWith('v24.')) throw new SetUpError(`expected Node 24, found ${version}`)
}
