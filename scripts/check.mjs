import { spawnSync } from 'node:child_process'
import { buildIfStale } from './build.mjs'
import { say } from './progress.mjs'
import { ROOT, projectEnvironment } from './project.mjs'
import { runScript } from './set-up.mjs'

const STEPS = [
  ['types', 'tsc', '-b'],
  ['lint', 'oxlint'],
  ['format', 'biome', 'format', '.'],
  ['layers and unit tests', 'vitest', 'run', '--project', 'unit'],
]

await runScript(() => {
  buildIfStale()
  const failed = STEPS.filter(([name, ...command]) => !isFine(name, command))
  for (const [name] of failed) process.stderr.write(`✗ ${name}\n`)
  return failed.length === 0 ? 0 : 1
})

function isFine(name, [command, ...args]) {
  say(name)
  const options = { cwd: ROOT, env: projectEnvironment(), stdio: 'inherit' }
  return spawnSync(command, args, { ...options, shell: process.platform === 'win32' }).status === 0
}
