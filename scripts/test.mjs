import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildIfStale } from './build.mjs'
import { SetUpError, say } from './progress.mjs'
import { CACHE, NODE, ROOT, projectEnvironment } from './project.mjs'
import { setUp } from './set-up.mjs'
import { addTallies, tallyReport } from './test-tally.mjs'

const REPORTS = join(CACHE, 'test-reports')

let tally = { passed: 0, failed: 0 }

// What cannot be set up or built counts as one failure; the parts after it still run.
await runStep(setUp)
await runStep(buildIfStale)
rmSync(REPORTS, { recursive: true, force: true })
mkdirSync(REPORTS, { recursive: true })
say('architecture, unit and integration tests')
tally = addTallies(tally, runPart('unit'))
say('end-to-end tests in the real Electron')
tally = addTallies(tally, runPart('end-to-end'))
process.stdout.write(`\n${tally.passed} passed, ${tally.failed} failed\n`)
process.exitCode = tally.failed === 0 && tally.passed > 0 ? 0 : 1

async function runStep(step) {
  try {
    await step()
  } catch (error) {
    process.stderr.write(`✗ ${error instanceof SetUpError ? error.message : error.stack}\n`)
    tally = addTallies(tally, { passed: 0, failed: 1 })
  }
}

/** Runs one project of the tests; whatever becomes of it, the others still run. */
function runPart(project) {
  const report = join(REPORTS, `${project}.json`)
  const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const { status } = spawnSync(NODE, [vitest, 'run', '--project', project, ...reporters], {
    cwd: ROOT,
    env: projectEnvironment(),
    stdio: 'inherit',
  })
  return tallyReport(readReport(report), status)
}

function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return null
  }
}
