import { useEffect } from 'react'
import { TAKE_ENTRY } from '../../contract/channels.ts'
import { openFind } from '../matrix/find/find-bar.tsx'
import { afterOpenEntry } from '../plan/open-entry.ts'
import { toggleLanguage } from '../plan/toggle-language.ts'
import { showScreen, useWindow } from '../plan/window-store.ts'
import { getBridge } from './bridge.ts'
import type { Commands } from './use-commands.ts'

/** Binds the window's keys and the native menu to the commands. */
export function useKeys(commands: Commands): void {
  useEffect(() => {
    const keys = commandKeys(commands)
    const press = (event: KeyboardEvent) => {
      if (event.key === 'F6') return cycleRegions(event)
      if (event.key === 'F1') return showDialog(event, 'shortcuts')
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing) return
      const run = keys[`${event.shiftKey ? 'shift+' : ''}${event.key.toLowerCase()}`]
      if (!run || (isUndoKey(event) && isTyping(event.target))) return
      event.preventDefault()
      // One key held down must not run the same command over and over, save for undo and redo.
      if (!event.repeat || isUndoKey(event)) run()
    }
    window.addEventListener('keydown', press)
    const takeEntry = (event: Event) => {
      event.preventDefault()
      const { detail: done } = event as CustomEvent<(isTaken: Promise<boolean>) => void>
      done(afterOpenEntry(() => true).then((isTaken) => isTaken === true))
    }
    window.addEventListener(TAKE_ENTRY, takeEntry)
    const stopMenu = getBridge().onMenuCommand((command) => void menuCommands(commands)[command]())
    return () => {
      window.removeEventListener('keydown', press)
      window.removeEventListener(TAKE_ENTRY, takeEntry)
      stopMenu()
    }
  }, [commands])
}

function commandKeys(commands: Commands): Partial<Record<string, () => unknown>> {
  return {
    z: commands.undo,
    y: commands.redo,
    'shift+z': commands.redo,
    s: commands.save,
    'shift+s': commands.saveAs,
    o: commands.openWorkbook,
    n: commands.newWorkbook,
    f: showFind,
    'shift+f': focusFilter,
    k: () => useWindow.setState({ dialog: 'palette' }),
  }
}

function menuCommands(commands: Commands) {
  return {
    new: commands.newWorkbook,
    open: commands.openWorkbook,
    'open-sample': commands.openSample,
    save: commands.save,
    'save-as': commands.saveAs,
    undo: commands.undo,
    redo: commands.redo,
    import: commands.showImport,
    export: commands.showExport,
    'show-drafts': () => useWindow.setState({ dialog: 'drafts' }),
    compare: commands.showCompare,
    'show-flags': () => showScreen('flags'),
    'show-inspector': () =>
      useWindow.setState(({ isInspectorOpen }) => ({ isInspectorOpen: !isInspectorOpen })),
    'toggle-language': toggleLanguage,
  } as const
}

function isUndoKey({ key }: KeyboardEvent): boolean {
  return ['z', 'y'].includes(key.toLowerCase())
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
}

function showDialog(event: KeyboardEvent, dialog: 'shortcuts'): void {
  event.preventDefault()
  useWindow.setState({ dialog })
}

function showFind(): void {
  showScreen('matrix')
  openFind()
}

function focusFilter(): void {
  showScreen('matrix')
  requestAnimationFrame(() =>
    document.querySelector<HTMLInputElement>('[data-quick-filter]')?.focus(),
  )
}

function cycleRegions(event: KeyboardEvent): void {
  event.preventDefault()
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')]
  const at = regions.findIndex((region) => region.contains(document.activeElement))
  const step = event.shiftKey ? -1 : 1
  for (let i = 1; i <= regions.length; i += 1) {
    const region = regions[(at + step * i + regions.length * 2) % regions.length]
    const target = region && firstFocusable(region)
    if (!target) continue
    target.focus()
    return
  }
}

/** Where the focus goes in a region, best first: its grid before its buttons. */
const FOCUSABLE = [
  '.ag-cell-focus',
  '.ag-row-first .ag-cell',
  'button:not([disabled]):not([tabindex="-1"])',
  'input:not([disabled])',
  'select:not([disabled])',
  '[tabindex="0"]',
]

function firstFocusable(region: HTMLElement): HTMLElement | null {
  for (const selector of FOCUSABLE) {
    const found = region.querySelector<HTMLElement>(selector)
    if (found) return found
  }
  return null
}
