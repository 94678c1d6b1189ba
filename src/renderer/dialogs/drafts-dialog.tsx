import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components'
import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useState } from 'react'
import type { Outcome } from '../../contract/bridge.ts'
import type { Draft } from '../../contract/draft.ts'
import { fromFailure } from '../../contract/failure.ts'
import { getBridge } from '../hooks/bridge.ts'
import { reportError } from '../hooks/report-error.ts'
import type { Commands } from '../hooks/use-commands.ts'
import { useWindow } from '../plan/window-store.ts'

/** Every draft this computer keeps: open one or let it go. */
export function DraftsDialog({ commands }: { commands: Commands }) {
  const [drafts, setDrafts] = useState<readonly Draft[] | null>(null)
  const close = () => useWindow.setState({ dialog: null })
  const show = (asked: Promise<Outcome<readonly Draft[]>>) => {
    asked.then((outcome) => takeList(outcome, setDrafts)).catch(reportError)
  }
  useEffect(() => show(getBridge().drafts()), [])

  return (
    <Dialog open onOpenChange={(_, { open }) => !open && close()}>
      <DialogSurface data-testid="drafts-dialog">
        <DialogBody>
          <DialogTitle>
            <Trans>Bản nháp chưa lưu</Trans>
          </DialogTitle>
          <DialogContent className="dialog-fields">
            {drafts?.length === 0 && <Trans>Không có bản nháp nào.</Trans>}
            {drafts?.map((draft) => (
              <DraftRow
                key={draft.id}
                draft={draft}
                onOpen={() => {
                  close()
                  void commands.openDraft(draft.id)
                }}
                onDiscard={() => show(getBridge().discardDraft(draft.id))}
              />
            ))}
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

function DraftRow({
  draft: { name, path, at, edits, isDiscarded },
  onOpen,
  onDiscard,
}: {
  draft: Draft
  onOpen: () => void
  onDiscard: () => void
}) {
  const { t } = useLingui()
  const language = useWindow((state) => state.language)
  const when = new Date(at).toLocaleString(language === 'vi' ? 'vi-VN' : 'en-GB')
  return (
    <div className="draft-row" data-testid="draft-row" data-discarded={isDiscarded}>
      <div>
        <strong>{name === '' ? t`Kế hoạch mới` : name}</strong>
        <div className="is-faint" title={path ?? ''}>
          {isDiscarded ? (
            <Trans>
              {when} · {edits} thao tác chưa lưu · đã bỏ, còn giữ 30 ngày
            </Trans>
          ) : (
            <Trans>
              {when} · {edits} thao tác chưa lưu
            </Trans>
          )}
        </div>
      </div>
      <Button onClick={onOpen} data-testid="open-draft">
        <Trans>Mở</Trans>
      </Button>
      {!isDiscarded && (
        <Button onClick={onDiscard} data-testid="discard-draft">
          <Trans>Bỏ</Trans>
        </Button>
      )}
    </div>
  )
}

function takeList(
  outcome: Outcome<readonly Draft[]>,
  show: (drafts: readonly Draft[]) => void,
): void {
  if (outcome.status === 'failed') throw fromFailure(outcome.failure)
  if (outcome.status === 'done') show(outcome.value)
}
