import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildIfStale } from './build.mjs'
import { SetUpError, run, say } from './progress.mjs'
import { CACHE, NODE, ROOT, projectEnvironment } from './project.mjs'
import { runScript, setUp } from './set-up.mjs'

const SAMPLE_FOLDER = join(CACHE, 'sample')
const PICTURE_PATIENCE_MS = 120_000
/** An empty window compresses to less. */
const SMALLEST_PICTURE = 10_000

await runScript(async () => {
  const electron = await setUp()
  buildIfStale()
  return hasDisplay() ? openWindow(electron) : doHeadless(electron)
})

function hasDisplay() {
  if (process.platform !== 'linux') return true
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

function openWindow({ executable, args }) {
  say('opening the sample workbook')
  const all = [...args, ...sandboxArguments(), '--sample']
  return (
    spawnSync(executable, all, { cwd: ROOT, env: projectEnvironment(), stdio: 'inherit' }).status ??
    1
  )
}

/** The main job without a screen: sample, one allocation, check, annex, picture of the window. */
function doHeadless(electron) {
  say('there is no display: doing the same job headless')
  rmSync(SAMPLE_FOLDER, { recursive: true, force: true })
  mkdirSync(SAMPLE_FOLDER, { recursive: true })
  const file = (name) => join(SAMPLE_FOLDER, name)
  const workbook = file('sample.lgw')
  longghep(['sample', workbook])
  const { project, line, year } = chooseCell(JSON.parse(longghep(['show', workbook, '--json'])))
  say(`allocating 1,5 tỷ to project ${project} from line ${line} in ${year}`)
  longghep(['set', workbook, project, line, String(year), '1,5 tỷ'])
  // The sample shows every flag, errors among them: exit 1 is what it should give.
  const { counts } = JSON.parse(longghep(['check', workbook, '--json'], [0, 1]))
  say(`flags: ${counts.error} errors, ${counts.warning} warnings, ${counts.info} notes`)
  longghep(['export', workbook, '--what', 'matrix', '--to', file('annex.xlsx')])
  takePicture(electron, workbook, file('window.png'))
  for (const name of ['sample.lgw', 'annex.xlsx', 'window.png'])
    process.stdout.write(`${file(name)}\n`)
  return 0
}

/** A project that lacks money and a line of the plan that still has enough. */
function chooseCell({ projects, lines }) {
  for (const project of projects) {
    for (const [year, { shortfall }] of Object.entries(project.years)) {
      const line = lines.find(({ years }) => BigInt(years[year]?.remaining ?? 0) >= 1_500_000_000n)
      if (BigInt(shortfall) > 0n && line) return { project: project.code, line: line.code, year }
    }
  }
  throw new SetUpError('the sample workbook has no project that lacks money')
}

function longghep(args, fine = [0]) {
  const command = join(ROOT, 'out', 'cli', 'longghep.js')
  const options = { cwd: ROOT, env: ownState(), encoding: 'utf8', maxBuffer: 1 << 28 }
  const result = spawnSync(NODE, [command, ...args], options)
  if (fine.includes(result.status)) return result.stdout
  throw new SetUpError(`longghep ${args.join(' ')} ended with ${result.status}:\n${result.stderr}`)
}

/** The drafts and recent files of the person stay as they are. */
function ownState() {
  const state = join(SAMPLE_FOLDER, 'state')
  return projectEnvironment({ XDG_STATE_HOME: state, XDG_CONFIG_HOME: state })
}

function takePicture({ executable, args }, workbook, picture) {
  say('taking a picture of the window under Xvfb')
  const app = [executable, ...args, ...sandboxArguments(), workbook, '--screenshot', picture]
  run('xvfb-run', ['-a', '-s', '-screen 0 1600x1000x24', ...app], {
    cwd: ROOT,
    env: ownState(),
    timeout: PICTURE_PATIENCE_MS,
  })
  if (!isPicture(picture)) throw new SetUpError('the window left no picture')
}

function isPicture(path) {
  const bytes = existsSync(path) ? readFileSync(path) : Buffer.alloc(0)
  return bytes.length > SMALLEST_PICTURE && bytes.toString('latin1', 1, 4) === 'PNG'
}

/** Chromium refuses its sandbox to root. */
function sandboxArguments() {
  return process.platform === 'linux' && process.getuid() === 0 ? ['--no-sandbox'] : []
}
