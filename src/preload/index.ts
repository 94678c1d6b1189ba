import { contextBridge, ipcRenderer } from 'electron'
import type { Bridge, EngineStatus, MenuCommand, Preferences } from '../contract/bridge.ts'
import { CHANNELS, ENGINE_PORT, PAGE_ORIGIN, PREFERENCES_ARGUMENT } from '../contract/channels.ts'

let startListening: () => void = () => undefined
const isListening = new Promise<void>((resolve) => {
  startListening = resolve
})

/** Hears a channel until the returned function is called. */
function subscribe<T>(channel: string, listener: (message: T) => void): () => void {
  const receive = (_event: Electron.IpcRendererEvent, message: T) => listener(message)
  ipcRenderer.on(channel, receive)
  return () => void ipcRenderer.off(channel, receive)
}

/** Main passes the preferences along when it makes the window, so that the first paint is right. */
function readPreferences(): Preferences {
  const argument = process.argv.find((arg) => arg.startsWith(PREFERENCES_ARGUMENT)) ?? ''
  return JSON.parse(decodeURIComponent(argument.slice(PREFERENCES_ARGUMENT.length))) as Preferences
}

const bridge: Bridge = {
  preferences: Object.freeze(readPreferences()),
  savePreferences: (preferences) => ipcRenderer.invoke(CHANNELS.savePreferences, preferences),
  newWorkbook: () => ipcRenderer.invoke(CHANNELS.newWorkbook),
  openWorkbook: () => ipcRenderer.invoke(CHANNELS.openWorkbook),
  openRecent: (index) => ipcRenderer.invoke(CHANNELS.openRecent, index),
  openSample: () => ipcRenderer.invoke(CHANNELS.openSample),
  save: () => ipcRenderer.invoke(CHANNELS.save),
  saveAs: () => ipcRenderer.invoke(CHANNELS.saveAs),
  chooseTables: () => ipcRenderer.invoke(CHANNELS.chooseTables),
  exportTable: (what, unit) => ipcRenderer.invoke(CHANNELS.exportTable, what, unit),
  recentFiles: () => ipcRenderer.invoke(CHANNELS.recentFiles),
  reopen: (access) => ipcRenderer.invoke(CHANNELS.reopen, access),
  viewFile: () => ipcRenderer.invoke(CHANNELS.viewFile),
  drafts: () => ipcRenderer.invoke(CHANNELS.drafts),
  openDraft: (id) => ipcRenderer.invoke(CHANNELS.openDraft, id),
  discardDraft: (id) => ipcRenderer.invoke(CHANNELS.discardDraft, id),
  // What went wrong at the start is told once, so the page must be listening before it connects.
  connect: () => isListening.then(() => ipcRenderer.invoke(CHANNELS.connect)),
  onEngineStatus: (listener) => {
    startListening()
    return subscribe<EngineStatus>(CHANNELS.engineStatus, listener)
  },
  onMenuCommand: (listener) => subscribe<MenuCommand>(CHANNELS.menuCommand, listener),
}

contextBridge.exposeInMainWorld('longghep', Object.freeze(bridge))

// The port goes to the page itself: a call over it costs a fraction of one through the bridge.
ipcRenderer.on(ENGINE_PORT, ({ ports }) => {
  window.postMessage({ type: ENGINE_PORT }, PAGE_ORIGIN, ports)
})
