import { join } from 'node:path'
import { BrowserWindow, type Session, app, nativeTheme } from 'electron'
import type { Preferences } from '../contract/bridge.ts'
import { PREFERENCES_ARGUMENT } from '../contract/channels.ts'

/** The size of a window's content, in pixels. */
export interface ContentSize {
  readonly width: number
  readonly height: number
}

const SMALLEST: ContentSize = { width: 1024, height: 640 }

/** Behind the page until it has painted itself. */
const BACKGROUND = { light: '#fafafa', dark: '#1f1f1f' }

/** Makes a window: every one is made here, so that none is less locked than the others. */
export function createWindow(preferences: Preferences, size: ContentSize): BrowserWindow {
  const window = new BrowserWindow({
    width: size.width,
    height: size.height,
    useContentSize: true,
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    title: 'Lồng Ghép',
    backgroundColor: BACKGROUND[nativeTheme.shouldUseDarkColors ? 'dark' : 'light'],
    webPreferences: {
      preload: join(app.getAppPath(), 'out', 'preload', 'index.cjs'),
      additionalArguments: [PREFERENCES_ARGUMENT + encodeURIComponent(JSON.stringify(preferences))],
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    },
  })
  // The title is the workbook's name, which main sets.
  window.on('page-title-updated', (event) => event.preventDefault())
  return window
}

/** Makes the window a page is printed from: nobody sees it, and it runs no script. */
export function createPrintWindow(session: Session): BrowserWindow {
  return new BrowserWindow({
    show: false,
    webPreferences: {
      session,
      javascript: false,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  })
}

/** Keeps every page there will ever be on its own page: no other address, window, frame or guest. */
export function lockNavigation(): void {
  app.on('web-contents-created', (_, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    contents.on('will-navigate', (event) => event.preventDefault())
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-frame-navigate', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
  })
}

/** Refuses every permission a page could ask for. */
export function refusePermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setSpellCheckerEnabled(false)
}
