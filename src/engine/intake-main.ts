import { Worker } from 'node:worker_threads'
import { toFailure } from '../contract/failure.ts'
import { diagnose } from './workbook/diagnose.ts'
import { INTAKE_MEMORY, type IntakeAnswer, type IntakeWork } from './workbook/intake-process.ts'
import { takeInForeign } from './workbook/intake.ts'
import { salvage } from './workbook/salvage.ts'

// The main thread is inside the database and cannot watch itself.
const WATCH = `setInterval(() => {
  if (process.memoryUsage.rss() > ${INTAKE_MEMORY}) process.kill(process.pid, 'SIGKILL')
}, 20)`

new Worker(WATCH, { eval: true }).unref()

const WORKS: {
  readonly [W in IntakeWork]: (path: string, target: string) => IntakeAnswer<W>
} = {
  'take-in': takeInForeign,
  diagnose: (path) => diagnose(path) as IntakeAnswer<'diagnose'>,
  salvage,
}

const [work = '', path = '', target = ''] = process.argv.slice(2)
process.stdout.write(JSON.stringify(answer()))

function answer() {
  try {
    return { result: WORKS[work as IntakeWork](path, target) }
  } catch (error) {
    return { failure: toFailure(error) }
  }
}
