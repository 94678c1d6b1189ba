import { Worker } from 'node:worker_threads'
import { toFailure } from '../contract/failure.ts'
import { INTAKE_MEMORY } from './workbook/intake-process.ts'
import { takeInForeign } from './workbook/intake.ts'

// The main thread is inside the database and cannot watch itself.
const WATCH = `setInterval(() => {
  if (process.memoryUsage.rss() > ${INTAKE_MEMORY}) process.kill(process.pid, 'SIGKILL')
}, 20)`

new Worker(WATCH, { eval: true }).unref()

const [path = '', target = ''] = process.argv.slice(2)
process.stdout.write(JSON.stringify(answer()))

function answer() {
  try {
    return { result: takeInForeign(path, target) }
  } catch (error) {
    return { failure: toFailure(error) }
  }
}
