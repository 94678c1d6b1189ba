import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components'
import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useState } from 'react'
import { describeField, nameEntry } from '../../contract/entry-wording.ts'
import type { DifferentEntry, PlanDifference } from '../../contract/plan-difference.ts'
import { useMethod } from '../hooks/engine-context.tsx'
import { reportError } from '../hooks/report-error.ts'
import type { Commands } from '../hooks/use-commands.ts'
import { useWindow } from '../plan/window-store.ts'

const ACTIONS = {
  added: msg`Chỉ có ở bản đang mở`,
  changed: msg`Khác nhau`,
  removed: msg`Chỉ có trong tệp`,
}

function close(): void {
  useWindow.setState({ dialog: null })
}

/** What the open plan and its file on disk differ in, and the ways to go on from there. */
export function CompareDialog({ commands }: { commands: Commands }) {
  const difference = useDifference()
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && close()}>
      <DialogSurface data-testid="compare-dialog" className="wide-dialog">
        <DialogBody>
          <DialogTitle>
            <Trans>Bản trong tệp → bản đang mở</Trans>
          </DialogTitle>
          <DialogContent className="dialog-fields">
            {difference ? <Difference of={difference} /> : <Trans>Đang đọc tệp…</Trans>}
          </DialogContent>
          <DialogActions>
            <Button onClick={() => void commands.viewFile()} data-testid="view-file">
              <Trans>Xem bản trong tệp</Trans>
            </Button>
            <Button
              onClick={() => {
                close()
                void commands.saveAs()
              }}
              data-testid="compare-save-as"
            >
              <Trans>Lưu thành…</Trans>
            </Button>
            <Button onClick={close} data-testid="compare-close">
              <Trans>Đóng</Trans>
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

/** A file that cannot be read has nothing to compare with: the message says why. */
function useDifference(): PlanDifference | null {
  const compare = useMethod('file.compare')
  const [difference, setDifference] = useState<PlanDifference | null>(null)
  useEffect(() => {
    compare({}).then(setDifference, (error) => {
      close()
      reportError(error)
    })
  }, [compare])
  return difference
}

function Difference({ of: { added, changed, removed, entries } }: { of: PlanDifference }) {
  const { t } = useLingui()
  if (entries.length === 0) return <Trans>Hai bản nói như nhau.</Trans>
  const total = added + changed + removed
  const left = total - entries.length
  return (
    <>
      <p>
        <Trans>
          {changed} chỗ khác nhau, {added} chỉ có ở bản đang mở, {removed} chỉ có trong tệp.
        </Trans>
      </p>
      <div
        className="problem-scroll"
        tabIndex={0}
        role="region"
        aria-label={t`Các chỗ khác nhau giữa hai bản`}
      >
        <table className="problem-table" data-testid="differences">
          <tbody>
            {entries.map((entry, at) => (
              <DifferenceRow key={`${at} ${entry.id}`} entry={entry} />
            ))}
          </tbody>
        </table>
      </div>
      {left > 0 && (
        <p className="is-faint">
          <Trans>Còn {left} chỗ nữa; lệnh diff liệt kê đủ.</Trans>
        </p>
      )}
    </>
  )
}

function DifferenceRow({ entry: { id, action, fields } }: { entry: DifferentEntry }) {
  const { i18n } = useLingui()
  const language = useWindow((state) => state.language)
  const unit = useWindow((state) => state.unit)
  const shown = fields.map((field) => describeField(field, language, unit)).join('; ')
  return (
    <tr data-difference={id}>
      <td>{i18n._(ACTIONS[action])}</td>
      <td>{nameEntry(id, language)}</td>
      <td>{shown}</td>
    </tr>
  )
}
