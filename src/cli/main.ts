import { runCommandLine } from './command-line.ts'
import { isNodeTooOld, runUnderOwnNode } from './own-node.ts'

// Whoever reads our output may stop reading, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

const args = process.argv.slice(2)

process.exitCode = isNodeTooOld() ? runUnderOwnNode(args) : await runCommandLine(args)
