import { existsSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { type BrowserWindow, app, dialog } from 'electron'
import type { ExportWhat } from '../contract/tables.ts'
import type { NativeWording } from './native-wording.ts'

/** What a person wants done with changes that are in no file yet. */
export type UnsavedChoice = 'save' | 'discard' | 'cancel'

type PathOrNull = Promise<string | null>

/** Asks which workbook to open; null when the person cancels. */
export async function askWorkbook(window: BrowserWindow, words: NativeWording): PathOrNull {
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: words.openDialog,
    properties: ['openFile'],
    filters: [{ name: words.workbooks, extensions: ['lgw'] }],
  })
  return filePaths[0] ?? null
}

/** Asks which tables to import; none when the person cancels. */
export async function askTables(
  window: BrowserWindow,
  words: NativeWording,
): Promise<readonly string[]> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: words.importDialog,
    properties: ['openFile', 'multiSelections'],
    filters: [{ name: words.tables, extensions: ['xlsx', 'csv', 'tsv', 'txt'] }],
  })
  return filePaths
}

/** Asks where to save a workbook of this name; null when the person cancels. */
export async function askWhereToSave(
  window: BrowserWindow,
  words: NativeWording,
  name: string,
): PathOrNull {
  const { filePath } = await dialog.showSaveDialog(window, {
    title: words.saveDialog,
    defaultPath: join(app.getPath('documents'), withWorkbookExtension(fileNameOf(name))),
    properties: ['showOverwriteConfirmation'],
    filters: [{ name: words.workbooks, extensions: ['lgw'] }],
  })
  if (!filePath) return null
  return confirmCompleted(window, words, filePath, withWorkbookExtension(filePath))
}

/** Asks where to export a table; its extension says the format. Null when the person cancels. */
export async function askWhereToExport(
  window: BrowserWindow,
  words: NativeWording,
  what: ExportWhat,
): PathOrNull {
  const excel = { name: words.excel, extensions: ['xlsx'] }
  const { filePath } = await dialog.showSaveDialog(window, {
    title: words.exportDialog,
    defaultPath: join(app.getPath('documents'), `${what}.xlsx`),
    filters: [excel, ...otherFormats(words, what)],
  })
  if (!filePath) return null
  const path = extname(filePath) === '' ? `${filePath}.xlsx` : filePath
  return confirmCompleted(window, words, filePath, path)
}

/** One CSV holds one table; what people print can be a PDF. */
function otherFormats(words: NativeWording, what: ExportWhat) {
  const csv = { name: words.csv, extensions: ['csv'] }
  const pdf = { name: words.pdf, extensions: ['pdf'] }
  if (what === 'all') return []
  return what === 'matrix' || what === 'annual' || what === 'list' ? [pdf, csv] : [csv]
}

/** Asks what to do with changes that are in no file yet; closing the question cancels. */
export async function askUnsaved(
  window: BrowserWindow,
  words: NativeWording,
  name: string,
): Promise<UnsavedChoice> {
  const { save, discard, cancel } = words.unsavedButtons
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: words.unsavedTitle(name),
    detail: words.unsavedDetail,
    buttons: [save, discard, cancel],
    defaultId: 0,
    cancelId: 2,
    normalizeAccessKeys: true,
    noLink: true,
  })
  return (['save', 'discard', 'cancel'] as const)[response] ?? 'cancel'
}

/** Says that a window stays open because its workbook could not be saved. */
export async function tellNotSaved(
  window: BrowserWindow,
  words: NativeWording,
  name: string,
): Promise<void> {
  await dialog.showMessageBox(window, {
    type: 'error',
    message: words.notSavedTitle(name),
    detail: words.notSavedDetail,
  })
}

/** The dialog asked about a name as it was typed; one that was completed may be another file's. */
async function confirmCompleted(
  window: BrowserWindow,
  words: NativeWording,
  typed: string,
  path: string,
): PathOrNull {
  if (path === typed || !existsSync(path)) return path
  const { replace, cancel } = words.replaceButtons
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: words.replaceTitle(basename(path)),
    detail: words.replaceDetail,
    buttons: [replace, cancel],
    defaultId: 1,
    cancelId: 1,
    normalizeAccessKeys: true,
    noLink: true,
  })
  return response === 0 ? path : null
}

function withWorkbookExtension(path: string): string {
  return path.toLowerCase().endsWith('.lgw') ? path : `${path}.lgw`
}

/** A plan's name may hold what a file name may not. */
function fileNameOf(name: string): string {
  return name.replace(/[\\/:*?"<>|\p{Cc}]/gu, '-')
}
