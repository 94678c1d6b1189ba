import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ElectronApplication, type Page, _electron } from 'playwright-core'
import { findElectron } from '../../scripts/electron-runtime.mjs'
import { ROOT, projectEnvironment } from '../../scripts/project.mjs'

/** A running window with a state folder of its own. */
export interface LaunchedApp {
  readonly app: ElectronApplication
  readonly window: Page
  /** What the app keeps on this computer: preferences, working copies, drafts. */
  readonly home: string
  /** Quits without asking about unsaved work and removes the state folder, unless it was given. */
  close(): Promise<void>
}

/** How to launch: further arguments and variables, the state folder of an earlier run, and what starts the executable in its place. */
export interface LaunchChoices {
  readonly wrap?: (executable: string) => string
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  readonly home?: string
}

/** How the window looks. */
export interface Look {
  readonly language: 'vi' | 'en'
  readonly theme: 'light' | 'dark'
  readonly size: '1366x768' | '1920x1080'
}

/** Starts the app on the sample workbook, in one look, and waits until it is usable. */
export async function launchSample({ language, theme, size }: Look): Promise<LaunchedApp> {
  const launched = await launchApp({
    args: ['--sample', '--lang', language, '--theme', theme, '--size', size],
  })
  await launched.window.locator('[data-testid=app][data-ready=true]').waitFor()
  return launched
}

/** Starts the built app in the real Electron and waits for its window. */
export async function launchApp({
  args = [],
  env = {},
  home: given,
  wrap = (executable) => executable,
}: LaunchChoices = {}): Promise<LaunchedApp> {
  const electron = findElectron()
  if (!electron) throw new Error('there is no Electron runtime. Run: npm test')
  const home = given ?? mkdtempSync(join(tmpdir(), 'longghep-window-'))
  const app = await _electron.launch({
    executablePath: wrap(electron.executable),
    args: [
      ...electron.args,
      ...sandboxArguments(),
      // Where there is no graphics card a page can wait for one for ever.
      '--disable-gpu',
      `--user-data-dir=${makeFolder(home, 'user-data')}`,
      ...args,
    ],
    cwd: ROOT,
    env: { ...isolate(home), ...env },
  })
  // A program that has ended by itself can no longer be asked for its process.
  const running = app.process()
  const stop = async () => {
    // Closing a window may ask about unsaved work; the test has seen what it wanted.
    running.kill('SIGKILL')
    await app.close().catch(() => undefined)
    if (given === undefined) rmSync(home, { recursive: true, force: true, maxRetries: 5 })
  }
  try {
    return { app, home, window: await app.firstWindow(), close: stop }
  } catch (error) {
    await stop()
    throw error
  }
}

function isolate(home: string): Record<string, string> {
  const environment = projectEnvironment({
    XDG_STATE_HOME: makeFolder(home, 'state'),
    XDG_CONFIG_HOME: makeFolder(home, 'config'),
    LOCALAPPDATA: makeFolder(home, 'state'),
  })
  return Object.fromEntries(
    Object.entries(environment).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  )
}

function makeFolder(home: string, name: string): string {
  const folder = join(home, name)
  mkdirSync(folder, { recursive: true })
  return folder
}

/** Chromium refuses its sandbox to root. */
function sandboxArguments(): readonly string[] {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
}
