import { Menu, type MenuItemConstructorOptions } from 'electron'
import type { MenuCommand } from '../contract/bridge.ts'
import type { NativeWording } from './native-wording.ts'

type Run = (command: MenuCommand) => void

/** Puts up the native menu; what changes a workbook is carried out by the page in front. */
export function showMenu(words: NativeWording, run: Run): void {
  const mac: MenuItemConstructorOptions[] =
    process.platform === 'darwin' ? [{ role: 'appMenu' }] : []
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...mac,
      fileMenu(words, run),
      editMenu(words, run),
      viewMenu(words, run),
    ]),
  )
}

function fileMenu(words: NativeWording, run: Run): MenuItemConstructorOptions {
  return {
    label: words.file,
    submenu: [
      pageItem(words.new, run, 'new', 'CmdOrCtrl+N'),
      pageItem(words.open, run, 'open', 'CmdOrCtrl+O'),
      pageItem(words.sample, run, 'open-sample'),
      { type: 'separator' },
      pageItem(words.save, run, 'save', 'CmdOrCtrl+S'),
      pageItem(words.saveAs, run, 'save-as', 'CmdOrCtrl+Shift+S'),
      pageItem(words.drafts, run, 'show-drafts'),
      { type: 'separator' },
      pageItem(words.import, run, 'import'),
      pageItem(words.export, run, 'export'),
      { type: 'separator' },
      { label: words.close, role: 'close' },
    ],
  }
}

function editMenu(words: NativeWording, run: Run): MenuItemConstructorOptions {
  return {
    label: words.edit,
    submenu: [
      pageItem(words.undo, run, 'undo', 'CmdOrCtrl+Z'),
      pageItem(words.redo, run, 'redo', 'CmdOrCtrl+Y'),
      { type: 'separator' },
      { label: words.cut, role: 'cut' },
      { label: words.copy, role: 'copy' },
      { label: words.paste, role: 'paste' },
      { label: words.selectAll, role: 'selectAll' },
    ],
  }
}

function viewMenu(words: NativeWording, run: Run): MenuItemConstructorOptions {
  return {
    label: words.view,
    submenu: [
      pageItem(words.flags, run, 'show-flags'),
      pageItem(words.inspector, run, 'show-inspector'),
      pageItem(words.language, run, 'toggle-language'),
      { type: 'separator' },
      { label: words.zoomIn, role: 'zoomIn' },
      { label: words.zoomOut, role: 'zoomOut' },
      { label: words.resetZoom, role: 'resetZoom' },
      { label: words.fullScreen, role: 'togglefullscreen' },
    ],
  }
}

/** The page hears these keys itself and knows when they belong to a text field; the menu only shows them. */
function pageItem(
  label: string,
  run: Run,
  command: MenuCommand,
  accelerator?: string,
): MenuItemConstructorOptions {
  const click = () => run(command)
  return accelerator ? { label, click, accelerator, registerAccelerator: false } : { label, click }
}
