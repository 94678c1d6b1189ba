import { runCommandLine } from './command-line.ts'

process.exitCode = runCommandLine(process.argv.slice(2))
