import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import type { BlockPurpose } from '../../../contract/block.ts'
import { fromFailure } from '../../../contract/failure.ts'
import type { PlanColumns } from '../../plan/plan-columns.ts'
import { useWindow } from '../../plan/window-store.ts'
import { exactText } from '../../wording/money-text.ts'
import { errorSentence } from '../../wording/sentences.ts'
import { nameOfCell } from './name-of-cell.ts'
import {
  type BlockDraft,
  type BlockPreview,
  dismissPreview,
  useBlockPreview,
} from './submit-block.ts'

interface PreviewProps {
  readonly columns: PlanColumns
  readonly submit: (draft: BlockDraft) => void
  readonly onClosed: () => void
}

/** What a block would do, or why it is refused; nothing is entered until the person agrees. */
export function BlockPreviewDialog({ columns, submit, onClosed }: PreviewProps) {
  const preview = useBlockPreview((state) => state.preview)
  if (!preview) return null
  const isRefused = preview.result.refused + (preview.refusals?.length ?? 0) > 0
  function close(): void {
    dismissPreview()
    onClosed()
  }
  function enter(): void {
    if (!preview) return
    close()
    submit({ ...preview, isPreviewed: false })
  }
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && close()}>
      <DialogSurface data-testid="block-preview" className="block-preview">
        <DialogBody>
          <DialogTitle>
            <PreviewTitle what={preview.block.what} isRefused={isRefused} />
          </DialogTitle>
          <DialogContent>
            {isRefused ? (
              <Refusals preview={preview} columns={columns} />
            ) : (
              <Outcome preview={preview} />
            )}
          </DialogContent>
          <DialogActions>
            {!isRefused && (
              <Button appearance="primary" onClick={enter} data-testid="block-enter">
                <EnterLabel what={preview.block.what} />
              </Button>
            )}
            <Button onClick={close} data-testid="block-cancel">
              {isRefused ? <Trans>Đóng</Trans> : <Trans>Không</Trans>}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

function PreviewTitle({ what, isRefused }: { what: BlockPurpose; isRefused: boolean }) {
  if (isRefused) return <Trans>Chưa ghi ô nào</Trans>
  switch (what) {
    case 'paste':
      return <Trans>Xem trước khi dán</Trans>
    case 'fill':
      return <Trans>Xem trước khi điền</Trans>
    case 'clear':
      return <Trans>Xem trước khi xóa</Trans>
    case 'spread':
      return <Trans>Xem trước khi chia tổng</Trans>
  }
}

function EnterLabel({ what }: { what: BlockPurpose }) {
  switch (what) {
    case 'paste':
      return <Trans>Dán</Trans>
    case 'fill':
      return <Trans>Điền</Trans>
    case 'clear':
      return <Trans>Xóa</Trans>
    case 'spread':
      return <Trans>Chia</Trans>
  }
}

function Outcome({ preview: { result, notes = [] } }: { preview: BlockPreview }) {
  const language = useWindow((state) => state.language)
  const { cells, projects, before, after } = result
  return (
    <>
      <p data-testid="block-outcome">
        <Plural value={cells} other="# ô" /> · <Plural value={projects} other="# dự án" />
      </p>
      <table className="block-sums tabular">
        <tbody>
          <tr>
            <th scope="row">
              <Trans>Tổng các ô này đang là</Trans>
            </th>
            <td>{exactText(before, language)}</td>
          </tr>
          <tr>
            <th scope="row">
              <Trans>Sẽ là</Trans>
            </th>
            <td>
              <b data-testid="block-after" data-amount={String(after)}>
                {exactText(after, language)}
              </b>
            </td>
          </tr>
        </tbody>
      </table>
      {notes.map((note) => (
        <p key={note} className="block-note is-caution" data-testid="block-note">
          ▲ {note}
        </p>
      ))}
    </>
  )
}

function Refusals({ preview, columns }: { preview: BlockPreview; columns: PlanColumns }) {
  const { t } = useLingui()
  const language = useWindow((state) => state.language)
  const { result, refusals: local = [] } = preview
  const listed = [
    ...local,
    ...result.refusals.map((refusal) => ({
      place: nameOfCell(columns, refusal),
      sentence: errorSentence(fromFailure(refusal.failure), language),
    })),
  ]
  const total = local.length + result.refused
  return (
    <>
      <p>
        <Trans>
          Có {total} ô không nhận số, nên cả khối chưa được ghi. Sửa các ô dưới đây rồi làm lại.
        </Trans>
      </p>
      <ul className="block-refusals" aria-label={t`Các ô không nhận số`} tabIndex={0}>
        {listed.map(({ place, sentence }, at) => (
          <li key={`${place} ${at}`} data-testid="block-refusal">
            {!sentence.includes(place) && <b>{place}</b>} {sentence}
          </li>
        ))}
      </ul>
      {listed.length < total && (
        <p className="is-faint">
          <Trans>Và {total - listed.length} ô khác.</Trans>
        </p>
      )}
    </>
  )
}
