import { useLingui } from '@lingui/react/macro'
import { useMemo } from 'react'
import type { Commands } from '../hooks/use-commands.ts'
import { chordText } from '../matrix/commands/chord.ts'
import { MATRIX_COMMANDS } from '../matrix/commands/matrix-commands.ts'
import { useHandsUp } from '../matrix/hands-store.ts'
import { focusAnchor } from '../matrix/range/use-range-mouse.ts'
import { openEntry } from '../plan/entry-dialog-store.ts'
import { usePlan } from '../plan/plan-store.ts'
import { toggleLanguage } from '../plan/toggle-language.ts'
import { SCREENS, jumpToCell, showScreen, useWindow } from '../plan/window-store.ts'
import { SCREEN_LABELS } from '../wording/labels.ts'
import type { PaletteItem } from './palette-item.ts'

/** Everything that can be done now: of the window, of the matrix where it is on screen, and going to a project. */
export function usePaletteItems(commands: Commands): readonly PaletteItem[] {
  const { i18n, t } = useLingui()
  const hands = useHandsUp((state) => state.hands)
  const columns = usePlan((state) => state.columns)
  const language = useWindow((state) => state.language)
  return useMemo(() => {
    const item = (id: string, label: string, keys: string, run: () => unknown): PaletteItem => ({
      id,
      label,
      keys,
      run: () => void run(),
    })
    const ofMatrix = (hands === null ? [] : MATRIX_COMMANDS).map(({ id, label, chord, run }) =>
      item(id, i18n._(label), chordText(chord), () => {
        if (!hands) return
        focusAnchor(hands)
        run(hands)
      }),
    )
    const projects = (columns?.projects ?? []).map(({ id, code, name }) =>
      item(`project-${id}`, `${code} · ${name}`, '', () =>
        jumpToCell({ project: id, line: null, year: null }),
      ),
    )
    return [
      item('save', t`Lưu vào tệp`, 'Ctrl+S', commands.save),
      item('save-as', t`Lưu thành tệp khác…`, 'Ctrl+Shift+S', commands.saveAs),
      item('open', t`Mở tệp…`, 'Ctrl+O', commands.openWorkbook),
      item('undo', t`Hoàn tác`, 'Ctrl+Z', commands.undo),
      item('redo', t`Làm lại`, 'Ctrl+Y', commands.redo),
      item('import', t`Nhập bảng`, '', commands.showImport),
      item('export', t`Xuất bảng`, '', commands.showExport),
      ...ofMatrix,
      ...(columns === null
        ? []
        : [
            item('add-project', t`Thêm dự án…`, '', () => openEntry({ kind: 'project', id: null })),
            item('add-line', t`Thêm nguồn vốn…`, '', () => openEntry({ kind: 'line', id: null })),
          ]),
      ...SCREENS.map((screen) =>
        item(`screen-${screen}`, i18n._(SCREEN_LABELS[screen]), '', () => showScreen(screen)),
      ),
      item('language', 'English / Tiếng Việt', '', toggleLanguage),
      item('shortcuts', t`Bảng phím tắt`, 'F1', () => useWindow.setState({ dialog: 'shortcuts' })),
      ...projects,
    ]
  }, [commands, hands, columns, language, i18n, t])
}
