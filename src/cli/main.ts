import { runCommandLine } from './command-line.ts'
import { isNodeTooOld, runUnderOwnNode } from './own-node.ts'

const args = process.argv.slice(2)

process.exitCode = isNodeTooOld() ? runUnderOwnNode(args) : await runCommandLine(args)
