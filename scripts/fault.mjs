import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { buildIfStale } from './build.mjs'
import { say } from './progress.mjs'
import { NODE, ROOT, projectEnvironment } from './project.mjs'
import { runScript } from './set-up.mjs'

await runScript(() => {
  buildIfStale()
  say('breaking things on purpose; this takes some minutes')
  const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs')
  const options = { cwd: ROOT, env: projectEnvironment(), stdio: 'inherit' }
  return spawnSync(NODE, [vitest, 'run', '--project', 'fault'], options).status ?? 1
})
