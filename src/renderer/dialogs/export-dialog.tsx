import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Select,
} from '@fluentui/react-components'
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { EXPORT_WHATS, type ExportWhat } from '../../contract/tables.ts'
import { UNITS, type Unit } from '../../core/money.ts'
import type { Commands } from '../hooks/use-commands.ts'
import { UNIT_NAMES } from '../../core/wording.ts'
import { useWindow } from '../plan/window-store.ts'
import { EXPORT_LABELS } from '../wording/labels.ts'

/** The annex first: it is what most people come for. */
const ORDER: readonly ExportWhat[] = ['matrix', ...EXPORT_WHATS.filter((what) => what !== 'matrix')]

/** Chooses what to export and in which unit; the file is named in the native dialog. */
export function ExportDialog({ commands }: { commands: Commands }) {
  const { t, i18n } = useLingui()
  const language = useWindow((state) => state.language)
  const [what, setWhat] = useState<ExportWhat>('matrix')
  const [unit, setUnit] = useState<Unit>(useWindow.getState().unit)
  const close = () => useWindow.setState({ dialog: null })

  async function write(): Promise<void> {
    if (await commands.exportTable(what, unit)) close()
  }

  return (
    <Dialog open onOpenChange={(_, { open }) => !open && close()}>
      <DialogSurface className="small-dialog" data-testid="export-dialog">
        <DialogBody>
          <DialogTitle>
            <Trans>Xuất bảng</Trans>
          </DialogTitle>
          <DialogContent className="dialog-fields">
            <Field label={t`Nội dung`}>
              <Select
                value={what}
                onChange={(_, { value }) => setWhat(value as ExportWhat)}
                data-testid="export-what"
              >
                {ORDER.map((one) => (
                  <option key={one} value={one}>
                    {i18n._(EXPORT_LABELS[one])}
                  </option>
                ))}
              </Select>
            </Field>
            <Field
              label={t`Đơn vị tính`}
              hint={t`Số xuất ra luôn chính xác đến đồng, không làm tròn.`}
            >
              <Select
                value={unit}
                onChange={(_, { value }) => setUnit(value as Unit)}
                data-testid="export-unit"
              >
                {UNITS.map((one) => (
                  <option key={one} value={one}>
                    {UNIT_NAMES[one][language]}
                  </option>
                ))}
              </Select>
            </Field>
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={write} data-testid="export-write">
              <Trans>Chọn tệp và xuất…</Trans>
            </Button>
            <Button onClick={close}>
              <Trans>Thôi</Trans>
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
