import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'

/** Whether LibreOffice is installed. */
export const HAS_OFFICE = spawnSync('soffice', ['--version']).status === 0

const PATIENCE_MS = 60_000
const LOOK_EVERY_MS = 200

/** A LibreOffice window on the same screen, with a profile of its own in the folder. */
export interface OfficeWindow {
  close(): void
}

/** Opens a spreadsheet in LibreOffice and copies a range of its first sheet; it stays open, as its clipboard does. */
export function copyFromOffice(folder: string, path: string, range: string): Promise<OfficeWindow> {
  return runMacro(folder, [
    ...openSheet(pathToFileURL(path).href),
    ...goTo(range),
    'dispatcher.executeDispatch(frame, ".uno:Copy", "", 0, none())',
  ])
}

/**
 * What LibreOffice makes of a table copied elsewhere, saved as .xlsx in the folder; gives its path. Its Paste would
 * ask a person about languages first, so the same table goes through the same reader from a file.
 */
export function readInOffice(folder: string, html: string): string {
  const from = join(folder, 'copied.html')
  writeFileSync(from, html)
  const run = spawnSync(
    'soffice',
    [
      `-env:UserInstallation=${pathToFileURL(join(folder, 'reading-profile')).href}`,
      '--headless',
      '--infilter=HTML (StarCalc)',
      '--convert-to',
      'xlsx:Calc MS Excel 2007 XML',
      '--outdir',
      folder,
      from,
    ],
    { timeout: PATIENCE_MS, encoding: 'utf8' },
  )
  if (run.status !== 0) throw new Error(`LibreOffice could not read the table: ${run.stderr}`)
  return join(folder, 'copied.xlsx')
}

function openSheet(url: string): string[] {
  return [
    `doc = StarDesktop.loadComponentFromURL("${url}", "_blank", 0, none())`,
    'frame = doc.CurrentController.Frame',
    'dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")',
  ]
}

function goTo(range: string): string[] {
  return [
    'at(0).Name = "ToPoint"',
    `at(0).Value = "${range}"`,
    'dispatcher.executeDispatch(frame, ".uno:GoToCell", "", 0, at())',
  ]
}

/** Runs lines of Basic in a LibreOffice that stays open afterwards. */
async function runMacro(folder: string, lines: readonly string[]): Promise<OfficeWindow> {
  const told = join(folder, `told-${Date.now()}`)
  const profile = join(folder, 'office-profile')
  const macro = macroText(lines, told)
  const end = Date.now() + PATIENCE_MS
  let office = start(profile, macro)
  while (!existsSync(told)) {
    if (Date.now() > end) {
      stop(office)
      throw new Error('LibreOffice never came to the end of its macro')
    }
    await sleep(LOOK_EVERY_MS)
    // A new profile is set up first, with an empty macro in the place of ours.
    if (office.exitCode !== null) office = start(profile, macro)
  }
  const error = readFileSync(told, 'utf8').trim()
  if (error === '') return { close: () => stop(office) }
  stop(office)
  throw new Error(`LibreOffice stopped at: ${error}`)
}

function start(profile: string, macro: string): ChildProcess {
  writeMacro(profile, macro)
  return spawn(
    'soffice',
    [
      `-env:UserInstallation=${pathToFileURL(profile).href}`,
      '--norestore',
      '--nologo',
      'macro:///Standard.Module1.Main',
    ],
    // Its window is a process of its own below a starter, so the whole group is stopped.
    { detached: true, stdio: 'ignore' },
  )
}

function stop({ pid, exitCode }: ChildProcess): void {
  if (pid !== undefined && exitCode === null) process.kill(-pid, 'SIGKILL')
}

/** A macro that tells in a file when it is done: nothing, or what went wrong. */
export function macroText(lines: readonly string[], told: string): string {
  return [
    'Sub Main',
    'Dim none()',
    'Dim at(0) As New com.sun.star.beans.PropertyValue',
    'wrong = ""',
    'On Error Goto failed',
    ...lines,
    'tell:',
    'file = FreeFile',
    `Open "${told}" For Output As #file`,
    'Print #file, wrong',
    'Close #file',
    'Exit Sub',
    'failed:',
    'wrong = Error$',
    'Resume tell',
    'End Sub',
  ].join('\n')
}

/** Puts a macro where a LibreOffice with this profile finds it as `Standard.Module1.Main`. */
export function writeMacro(profile: string, macro: string): void {
  const library = join(profile, 'user', 'basic', 'Standard')
  mkdirSync(library, { recursive: true })
  writeFileSync(join(profile, 'user', 'basic', 'script.xlc'), LIBRARIES)
  writeFileSync(join(library, 'script.xlb'), MODULES)
  writeFileSync(
    join(library, 'Module1.xba'),
    `${XML}<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">${macro}</script:module>`,
  )
}

const XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
const LIBRARY = 'xmlns:library="http://openoffice.org/2000/library"'
const LIBRARIES = `${XML}<library:libraries ${LIBRARY}><library:library library:name="Standard" library:link="false"/></library:libraries>`
const MODULES = `${XML}<library:library ${LIBRARY} library:name="Standard" library:readonly="false" library:passwordprotected="false"><library:element library:name="Module1"/></library:library>`
