import { extname } from 'node:path'
import { type IpcMainInvokeEvent, ipcMain } from 'electron'
import { z } from 'zod'
import type { Bridge, Outcome } from '../contract/bridge.ts'
import { type BridgeCall, CHANNELS } from '../contract/channels.ts'
import { WorkbenchError, toFailure } from '../contract/failure.ts'
import { ACCESSES, type Params } from '../contract/methods.ts'
import { EXPORT_WHATS } from '../contract/tables.ts'
import { askTables, askWhereToExport, askWorkbook } from './dialogs.ts'
import { logCrash, logEvent } from './log.ts'
import type { OpenWindows } from './open-windows.ts'
import { isOurPage } from './page-sender.ts'
import { MOST_RECENT, preferencesSchema, unitSchema } from './preferences.ts'
import { printPdf } from './print-pdf.ts'
import type { WorkbookWindow } from './workbook-window.ts'
import { writeWhole } from './write-whole.ts'

const nothing = z.tuple([])
const draftId = z.string().min(1).max(100)

const PARAMETERS: { readonly [K in BridgeCall]: z.ZodType<Parameters<Bridge[K]>> } = {
  savePreferences: z.tuple([preferencesSchema]),
  newWorkbook: nothing,
  openWorkbook: nothing,
  openRecent: z.tuple([z.number().int().min(0).lt(MOST_RECENT)]),
  openSample: nothing,
  save: nothing,
  saveAs: nothing,
  chooseTables: nothing,
  exportTable: z.tuple([z.enum(EXPORT_WHATS), unitSchema]),
  recentFiles: nothing,
  reopen: z.tuple([z.enum(ACCESSES)]),
  viewFile: nothing,
  drafts: nothing,
  openDraft: z.tuple([draftId]),
  discardDraft: z.tuple([draftId]),
  connect: nothing,
}

type Answers = {
  readonly [K in BridgeCall]: (
    window: WorkbookWindow,
    ...args: Parameters<Bridge[K]>
  ) => ReturnType<Bridge[K]>
}

/** Answers what pages ask: each function on its own channel, each sender and parameter looked at first. */
export function answerPages(windows: OpenWindows, onPreferences: () => void): void {
  const answers = makeAnswers(windows, onPreferences)
  for (const call of Object.keys(PARAMETERS) as BridgeCall[]) {
    ipcMain.handle(CHANNELS[call], (event, ...args: unknown[]) =>
      answer(findSender(windows, event), call, args, answers),
    )
  }
}

function answer<K extends BridgeCall>(
  window: WorkbookWindow,
  call: K,
  args: readonly unknown[],
  answers: Answers,
): ReturnType<Bridge[K]> {
  const parameters: z.ZodType<Parameters<Bridge[K]>> = PARAMETERS[call]
  const parsed = parameters.safeParse(args)
  if (!parsed.success) throw new WorkbenchError('request-invalid', { method: call })
  return answers[call](window, ...parsed.data)
}

/** The window that asks. @throws `request-invalid` for anyone but the page of a window of ours */
function findSender(windows: OpenWindows, { sender, senderFrame }: IpcMainInvokeEvent) {
  const window = windows.find(sender)
  if (window && isOurPage(senderFrame, true)) return window
  logEvent('refused a sender')
  throw new WorkbenchError('request-invalid', { method: 'ipc' })
}

function makeAnswers(windows: OpenWindows, onPreferences: () => void): Answers {
  const { memory } = windows
  return {
    savePreferences: async (_, preferences) => {
      memory.savePreferences(preferences)
      onPreferences()
    },
    newWorkbook: (window) => settle(() => windows.open(windows.empty(), window)),
    openWorkbook: (window) =>
      settle(async () =>
        openPath(windows, window, await askWorkbook(window.window, windows.words())),
      ),
    openRecent: (window, index) =>
      settle(async () => openPath(windows, window, memory.recent[index]?.path ?? null)),
    openSample: (window) => settle(() => windows.open({ kind: 'sample' }, window)),
    save: (window) => settle(async () => unlessNull(await windows.save(window))),
    saveAs: (window) => settle(async () => unlessNull(await windows.saveAs(window))),
    chooseTables: (window) => settle(async () => unlessNull(await chooseTables(windows, window))),
    exportTable: (window, what, unit) =>
      settle(async () => {
        const path = await askWhereToExport(window.window, windows.words(), what)
        if (path === null) return { status: 'cancelled' }
        await exportTo(path, window, { what, unit, language: memory.preferences.language })
        return { status: 'done', value: path }
      }),
    recentFiles: async () => memory.recent,
    reopen: (window, access) =>
      settle(async () => unlessNull(await windows.reopen(window, access))),
    viewFile: (window) => settle(() => windows.viewFile(window)),
    drafts: ({ engine }) => settle(async () => unlessNull(await engine.call('draft.list', {}))),
    openDraft: (window, id) => settle(() => windows.open({ kind: 'draft', id }, window)),
    discardDraft: ({ engine }, id) =>
      settle(async () => {
        await engine.call('draft.discard', { id })
        return unlessNull(await engine.call('draft.list', {}))
      }),
    connect: (window) => window.connect(),
  }
}

async function openPath(windows: OpenWindows, window: WorkbookWindow, path: string | null) {
  if (path === null) return { status: 'cancelled' } as const
  return windows.openOrRescue(path, window)
}

/** An engine writes tables; only main has a printer. */
async function exportTo(
  path: string,
  { engine }: WorkbookWindow,
  order: Params<'export.page'>,
): Promise<void> {
  if (extname(path).toLowerCase() !== '.pdf') {
    await engine.call('export.write', { path, ...order })
    return
  }
  const pdf = await printPdf(await engine.call('export.page', order))
  try {
    writeWhole(path, pdf)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new WorkbenchError('save-failed', { path, reason }, { cause })
  }
}

/** Each file is read on its own; one that cannot be read stops the choice and says why. */
async function chooseTables(windows: OpenWindows, { window, engine }: WorkbookWindow) {
  const paths = await askTables(window, windows.words())
  if (paths.length === 0) return null
  const chosen = []
  for (const path of paths) chosen.push(...(await engine.call('table.choose', { path })))
  return chosen
}

function unlessNull<T>(value: T | null): Outcome<T> {
  return value === null ? { status: 'cancelled' } : { status: 'done', value }
}

/** No exception crosses to a page. */
async function settle<T>(run: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await run()
  } catch (error) {
    const failure = toFailure(error)
    if (failure.code === 'crash') logCrash('page call', error)
    return { status: 'failed', failure }
  }
}
