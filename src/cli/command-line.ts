import { Command as Commander, CommanderError } from 'commander'
import type { Language } from '../contract/bridge.ts'
import packageJson from '../../package.json' with { type: 'json' }
import { WorkbenchError } from '../core/error.ts'
import { describeError } from '../core/wording.ts'
import type { Command, Output } from './command.ts'
import { check } from './commands/check.ts'
import { coverage } from './commands/coverage.ts'
import { diff } from './commands/diff.ts'
import { drafts } from './commands/drafts.ts'
import { exportCommand } from './commands/export.ts'
import { fix } from './commands/fix.ts'
import { gaps } from './commands/gaps.ts'
import { hold } from './commands/hold.ts'
import { history } from './commands/history.ts'
import { importCommand } from './commands/import.ts'
import { line } from './commands/line.ts'
import { newCommand } from './commands/new.ts'
import { policy } from './commands/policy.ts'
import { project } from './commands/project.ts'
import { redo, undo } from './commands/undo-redo.ts'
import { restore } from './commands/restore.ts'
import { sample } from './commands/sample.ts'
import { set } from './commands/set.ts'
import { show } from './commands/show.ts'
import { verify } from './commands/verify.ts'
import { waive } from './commands/waive.ts'
import { drained } from './drained.ts'
import { exitCodeOf } from './exit-code.ts'
import { parseChoice } from './parsing.ts'
import { ProgressLine } from './progress-line.ts'

const COMMANDS: readonly Command[] = [
  newCommand,
  sample,
  importCommand,
  set,
  project,
  line,
  show,
  check,
  fix,
  waive,
  hold,
  policy,
  gaps,
  coverage,
  exportCommand,
  history,
  undo,
  redo,
  diff,
  verify,
  restore,
  drafts,
]

const HELP_TITLES: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  vi: { 'Usage:': 'Cách dùng:', 'Options:': 'Tùy chọn:', 'Commands:': 'Các lệnh:' },
  en: {},
}

const HELP_WORDS = {
  vi: { help: 'xem hướng dẫn', version: 'xem phiên bản' },
  en: { help: 'show this help', version: 'show the version' },
}

/** One sentence for wrong usage: what was given, and what the command takes. */
function describeUsage(args: readonly string[], language: Language): string {
  const command = COMMANDS.find(({ usage }) => usage.split(' ')[0] === args[0])
  const expected = command?.usage ?? COMMANDS.map(({ usage }) => usage.split(' ')[0]).join(' | ')
  return describeError('usage', { message: args.join(' '), expected }, language)
}

/** The language asked for, else the system's, else Vietnamese. */
function chooseLanguage(args: readonly string[]): Language {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='))
  const asked = at < 0 ? undefined : (args[at]?.split('=')[1] ?? args[at + 1])
  const system = process.env['LC_ALL'] || process.env['LC_MESSAGES'] || process.env['LANG'] || ''
  return (asked ?? system).toLowerCase().startsWith('en') ? 'en' : 'vi'
}

/** Control and direction characters of data or arguments must not steer the terminal. */
const STEERING = /(?![\t\n])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu

function writeLine(stream: NodeJS.WriteStream): (line: string) => void {
  return (line) => void stream.write(`${line.replace(STEERING, '\ufffd')}\n`)
}

/** Runs one command line and gives its exit code. */
export async function runCommandLine(args: readonly string[]): Promise<number> {
  const language = chooseLanguage(args)
  const printError = writeLine(process.stderr)
  let exitCode = 0
  const program = new Commander('longghep')
    .exitOverride()
    // What commander says of wrong usage is said below instead, in the language asked for.
    .configureOutput({ outputError: () => undefined })
    .configureHelp({ styleTitle: (title) => HELP_TITLES[language][title] ?? title })
    .helpOption('-h, --help', HELP_WORDS[language].help)
    .helpCommand(false)
    .description(
      language === 'vi'
        ? 'Lồng ghép nguồn vốn cho dự án biên giới'
        : 'Combine funding lines on border projects',
    )
    .version(packageJson.version, '-V, --version', HELP_WORDS[language].version)
  for (const command of COMMANDS) {
    addCommand(program, command, language, async (run) => {
      exitCode = await run()
    })
  }
  try {
    await program.parseAsync(args, { from: 'user' })
    return exitCode
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return 0
      if (error.code !== 'commander.help') printError(describeUsage(args, language))
      return 2
    }
    const told = error instanceof WorkbenchError ? error : tellSystemError(error)
    printError(describeError(told.code, told.detail, language))
    return exitCodeOf(told.code)
  }
}

/** A folder that cannot be written or read is the person's to mend; anything else is a fault of ours. */
function tellSystemError(error: unknown): WorkbenchError {
  const { code, path = '' } = error as NodeJS.ErrnoException
  if (!(error instanceof Error) || code === undefined || path === '') throw error
  return new WorkbenchError('save-failed', { path, reason: error.message }, { cause: error })
}

function addCommand(
  program: Commander,
  { usage, summary, options = [], run }: Command,
  language: Language,
  done: (run: () => number | Promise<number>) => Promise<void>,
): void {
  const command = program.command(usage).description(summary[language])
  for (const [flags, text] of options) command.option(flags, text[language])
  command.option('--json', language === 'vi' ? 'in một văn bản JSON' : 'print one JSON document')
  command.option(
    '--lang <vi|en>',
    language === 'vi' ? 'ngôn ngữ: vi hoặc en' : 'language: vi or en',
  )
  command.allowExcessArguments(false)
  command.action(() => {
    const given = command.opts<Record<string, string | boolean | undefined>>()
    if (given['lang'] !== undefined) parseChoice(['vi', 'en'], given['lang'])
    const progress = new ProgressLine(process.stderr)
    const output: Output = {
      isJson: given['json'] === true,
      language,
      print: writeLine(process.stdout),
      write: (text) => void process.stdout.write(text),
      drained: () => drained(process.stdout),
      printError: writeLine(process.stderr),
      showProgress: (share) => progress.show(share),
    }
    return done(async () => {
      try {
        return await run(command.args, given, output)
      } finally {
        progress.clear()
      }
    })
  })
}
