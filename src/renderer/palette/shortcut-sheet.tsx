import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components'
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { chordText } from '../matrix/commands/chord.ts'
import { MATRIX_COMMANDS } from '../matrix/commands/matrix-commands.ts'
import { useWindow } from '../plan/window-store.ts'

type Row = readonly [string, MessageDescriptor]

const WINDOW_KEYS: readonly Row[] = [
  ['Ctrl+K', msg`Tìm lệnh hoặc dự án`],
  ['Ctrl+F', msg`Tìm dự án trong bảng`],
  ['Ctrl+Shift+F', msg`Lọc dự án theo chữ`],
  ['Ctrl+Z', msg`Hoàn tác`],
  ['Ctrl+Y', msg`Làm lại`],
  ['Ctrl+S', msg`Lưu vào tệp`],
  ['F6', msg`Sang vùng kế tiếp của cửa sổ`],
  ['F1', msg`Bảng phím tắt`],
]

const MOVE_KEYS: readonly Row[] = [
  ['Shift+←↑→↓', msg`Mở rộng vùng chọn`],
  ['Home / End', msg`Đầu dòng, cuối dòng; với Ctrl là đầu bảng, cuối bảng`],
  ['Ctrl+←↑→↓', msg`Đến mép vùng có số`],
  ['Ctrl+Shift+←↑→↓', msg`Chọn đến mép vùng có số`],
  ['Enter', msg`Sửa ô, rồi xuống ô dưới`],
  ['Ctrl+Enter', msg`Ghi số vừa gõ vào mọi ô đã chọn`],
  ['Tab', msg`Sang ô bên phải`],
  ['Esc', msg`Bỏ sửa, thu vùng chọn`],
  ['Shift+F10', msg`Mở bảng lệnh của ô`],
]

/** Every key, in one sheet. */
export function ShortcutSheet() {
  const { t } = useLingui()
  const close = () => useWindow.setState({ dialog: null })
  const matrix = MATRIX_COMMANDS.flatMap(({ chord, label }): Row[] =>
    chord ? [[chordText(chord), label]] : [],
  )
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && close()}>
      <DialogSurface className="shortcut-sheet" data-testid="shortcuts">
        <DialogBody>
          <DialogTitle>
            <Trans>Bảng phím tắt</Trans>
          </DialogTitle>
          <DialogContent className="shortcut-columns">
            <KeyList title={t`Cửa sổ`} rows={WINDOW_KEYS} />
            <KeyList title={t`Di chuyển và chọn`} rows={MOVE_KEYS} />
            <KeyList title={t`Ô vốn`} rows={matrix} />
          </DialogContent>
          <DialogActions>
            <Button onClick={close}>
              <Trans>Đóng</Trans>
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

function KeyList({ title, rows }: { title: string; rows: readonly Row[] }) {
  const { i18n } = useLingui()
  return (
    <section>
      <h3>{title}</h3>
      <dl>
        {rows.map(([keys, label]) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{i18n._(label)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
