import { basename } from 'node:path'
import { type BrowserWindow, dialog } from 'electron'
import type { KeptVersion } from '../contract/draft.ts'
import type { NativeWording } from './native-wording.ts'

/** What a person does about a file that somebody else wrote meanwhile. */
export type ConflictChoice = 'save-as' | 'compare' | 'cancel'

/** What a person does about a file that is damaged. */
export type RescueChoice = 'version' | 'salvage' | 'cancel'

/** Asks what to do about a file that somebody else wrote since it was opened; closing the question cancels. */
export async function askConflict(
  window: BrowserWindow,
  words: NativeWording,
  name: string,
): Promise<ConflictChoice> {
  const { saveAs, compare, cancel } = words.conflictButtons
  const at = await ask(window, words.conflictTitle(name), words.conflictDetail, [
    saveAs,
    compare,
    cancel,
  ])
  return (['save-as', 'compare', 'cancel'] as const)[at] ?? 'cancel'
}

/** Asks once more before somebody else's version is replaced by name. */
export async function askReplaceTheirs(
  window: BrowserWindow,
  words: NativeWording,
  path: string,
): Promise<boolean> {
  const { replace, cancel } = words.replaceButtons
  const title = words.replaceTheirsTitle(basename(path))
  const at = await ask(window, title, words.replaceTheirsDetail, [replace, cancel], 1)
  return at === 0
}

/** Offers what can be had in the place of a damaged file: the version before, where one is kept, or its readable rows. */
export async function askRescue(
  window: BrowserWindow,
  words: NativeWording,
  name: string,
  version: KeptVersion | undefined,
): Promise<RescueChoice> {
  const { useVersion, salvage, cancel } = words.rescueButtons
  const choices: RescueChoice[] = version ? ['version', 'salvage', 'cancel'] : ['salvage', 'cancel']
  const labels = { version: useVersion(version?.at ?? ''), salvage, cancel }
  const buttons = choices.map((choice) => labels[choice])
  const at = await ask(window, words.rescueTitle(name), words.rescueDetail, buttons)
  return choices[at] ?? 'cancel'
}

async function ask(
  window: BrowserWindow,
  message: string,
  detail: string,
  buttons: string[],
  defaultId = 0,
): Promise<number> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message,
    detail,
    buttons,
    defaultId,
    cancelId: buttons.length - 1,
    normalizeAccessKeys: true,
    noLink: true,
  })
  return response
}
