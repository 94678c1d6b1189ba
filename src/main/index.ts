import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { BrowserWindow, app, nativeTheme, session } from 'electron'
import { registerScheme, serveBundle } from './app-protocol.ts'
import { startsBeforeReady } from './engine-process.ts'
import { type LaunchOptions, readLaunchOptions } from './launch-options.ts'
import { logCrash, startLog } from './log.ts'
import { showMenu } from './menu.ts'
import { OpenWindows } from './open-windows.ts'
import { answerPages } from './page-calls.ts'
import { Memory } from './preferences.ts'
import { takeScreenshot } from './take-screenshot.ts'
import { createWindow, lockNavigation, refusePermissions } from './window.ts'
import type { Source } from './workbook-engine.ts'

// Chromium refuses its sandbox to root, who must then say so; windows stay without Node all the same.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
// No name leads anywhere: Chromium looks some up by itself, for a dictionary, before a session can forbid it.
app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
registerScheme()
lockNavigation()

const options = readLaunchOptions(process.argv.slice(1))
// Where there is no graphics card its process dies at start, and now and then a page waits for it for ever.
if (options.screenshot || lacksGraphicsCard()) app.disableHardwareAcceleration()
if (app.requestSingleInstanceLock({ args: process.argv.slice(1), folder: process.cwd() })) {
  startLog()
  start().catch(fail)
} else {
  // The instance that runs already opens the window; it cannot take a picture for this one.
  if (options.screenshot) process.stderr.write('Lồng Ghép is already running on this profile\n')
  app.exit(options.screenshot ? 1 : 0)
}

async function start(): Promise<void> {
  const memory = new Memory(join(app.getPath('userData'), 'longghep.json'))
  memory.override(options)
  const windows = new OpenWindows(memory, () => makeWindow(memory))
  const [first = windows.empty(), ...more] = sourcesOf(options, process.cwd())
  // Reading the workbook takes as long as Electron does to get ready: neither waits for the other.
  if (!startsBeforeReady()) await app.whenReady()
  const window = windows.begin(first)
  await app.whenReady()
  const follow = () => followPreferences(windows)
  refusePermissions(session.defaultSession)
  serveBundle(session.defaultSession, join(app.getAppPath(), 'out', 'renderer'))
  answerPages(windows, follow)
  follow()
  app.on('window-all-closed', () => app.quit())
  app.on(
    'second-instance',
    (_event, _argv, _folder, data) => void openMore(windows, data).catch(fail),
  )
  await windows.show(window)
  for (const source of more) await windows.open(source, window)
  if (!options.screenshot) return
  await window.whenAsked
  await takeScreenshot(window.window.webContents, options.screenshot)
  await window.end()
  app.exit(0)
}

function makeWindow(memory: Memory) {
  const window = createWindow(memory.preferences, options.size ?? memory.bounds)
  if (!options.size && !options.screenshot) {
    window.on('resized', () => memory.saveBounds(window.getContentBounds()))
  }
  return window
}

function followPreferences(windows: OpenWindows): void {
  nativeTheme.themeSource = windows.memory.preferences.theme
  showMenu(windows.words(), (command) => windows.front?.command(command))
}

function sourcesOf({ files, isSample }: LaunchOptions, folder: string): readonly Source[] {
  const paths = files.map((file): Source => ({ kind: 'file', path: resolve(folder, file) }))
  return isSample ? [{ kind: 'sample' }, ...paths] : paths
}

/** Another start of the program asks this one for its windows. */
async function openMore(windows: OpenWindows, data: unknown): Promise<void> {
  const { args, folder } = data as { args: string[]; folder: string }
  const sources = sourcesOf(readLaunchOptions(args), folder)
  for (const source of sources.length > 0 ? sources : [windows.empty()]) await windows.start(source)
}

function lacksGraphicsCard(): boolean {
  return process.platform === 'linux' && !existsSync('/dev/dri')
}

function fail(error: unknown): void {
  logCrash('start', error)
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  // A window that is still open would hold the exit up.
  for (const window of BrowserWindow.getAllWindows()) window.destroy()
  app.exit(1)
}
