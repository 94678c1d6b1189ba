import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components'
import { Trans } from '@lingui/react/macro'
import type { FileState, Holder } from '../../contract/plan-view.ts'
import type { Commands } from '../hooks/use-commands.ts'
import { usePlan } from '../plan/plan-store.ts'
import { useWindow } from '../plan/window-store.ts'

/** How the workbook stands towards its file where that is not simply ours to edit, and what can be done about it. */
export function FileBanner({ commands }: { commands: Commands }) {
  const file = usePlan((state) => state.file)
  if (!file) return null
  const { viewing, holder, outside } = file
  if (outside !== null) return <OutsideBanner file={file} commands={commands} />
  if (viewing !== null) return <ViewingBanner file={file} commands={commands} />
  return holder && <LostBanner holder={holder} commands={commands} />
}

function ViewingBanner({ file, commands }: { file: FileState; commands: Commands }) {
  const { viewing, holder } = file
  return (
    <MessageBar intent="warning" data-testid="file-banner" data-viewing={viewing}>
      <MessageBarBody>
        {viewing === 'held' && holder && <HeldBy holder={holder} />}
        {viewing === 'held' && !holder && (
          <Trans>Người mở trước đã đóng tệp này. Bạn có thể sửa tệp.</Trans>
        )}
        {viewing === 'read-only-place' && (
          <Trans>
            Tệp hoặc nơi chứa tệp không cho ghi nên chỉ xem được. Muốn sửa, hãy sửa một bản sao.
          </Trans>
        )}
        {viewing === 'from-outside' && (
          <Trans>Tệp này từ internet hoặc thư điện tử. Chỉ cho phép sửa khi tin người gửi.</Trans>
        )}
        {viewing === 'asked' && <Trans>Đang xem bản chỉ đọc.</Trans>}
      </MessageBarBody>
      <MessageBarActions>
        {viewing === 'held' && holder?.isStale && (
          <Button onClick={() => commands.reopen('take-over')} data-testid="take-over">
            <Trans>Tiếp quản</Trans>
          </Button>
        )}
        {viewing === 'from-outside' && (
          <Button onClick={() => commands.reopen('trust')} data-testid="enable-editing">
            <Trans>Cho phép sửa</Trans>
          </Button>
        )}
        {(viewing === 'asked' || viewing === 'held') && !holder && (
          <Button onClick={() => commands.reopen('edit')} data-testid="edit-file">
            <Trans>Sửa tệp</Trans>
          </Button>
        )}
        <Button onClick={() => commands.reopen('copy')} data-testid="edit-copy">
          <Trans>Sửa bản sao</Trans>
        </Button>
      </MessageBarActions>
    </MessageBar>
  )
}

function HeldBy({ holder: { user, host, since, isStale } }: { holder: Holder }) {
  const when = useMoment(since)
  return isStale ? (
    <Trans>
      {user} (máy {host}) đã mở tệp này từ {when} nhưng không còn hoạt động. Bạn có thể tiếp quản;
      hiện đang xem bản chỉ đọc.
    </Trans>
  ) : (
    <Trans>
      {user} (máy {host}) đang sửa tệp này từ {when}. Bạn đang xem bản chỉ đọc.
    </Trans>
  )
}

/** We were editing, and somebody took the file over. */
function LostBanner({ holder, commands }: { holder: Holder; commands: Commands }) {
  const { user, host, since } = holder
  const when = useMoment(since)
  return (
    <MessageBar intent="warning" data-testid="file-banner" data-viewing="lost">
      <MessageBarBody>
        <Trans>
          {user} (máy {host}) đã tiếp quản tệp này từ {when}. Những gì bạn sửa vẫn được giữ trên máy
          này; hãy lưu thành tệp khác.
        </Trans>
      </MessageBarBody>
      <MessageBarActions>
        <Button onClick={commands.saveAs}>
          <Trans>Lưu thành…</Trans>
        </Button>
      </MessageBarActions>
    </MessageBar>
  )
}

function OutsideBanner({ file, commands }: { file: FileState; commands: Commands }) {
  const isMissing = file.outside === 'missing'
  return (
    <MessageBar intent="warning" data-testid="file-banner" data-outside={file.outside}>
      <MessageBarBody>
        {isMissing && (
          <Trans>
            Tệp đã bị xóa, đổi tên, hoặc ổ chứa tệp không còn. Kế hoạch vẫn được giữ trên máy này;
            lưu lại để có tệp.
          </Trans>
        )}
        {!isMissing && file.isSaved && <Trans>Có bản mới hơn của tệp này.</Trans>}
        {!isMissing && !file.isSaved && (
          <Trans>
            Có bản mới hơn của tệp này. Nạp bản mới thì những gì chưa lưu được giữ thành bản nháp.
          </Trans>
        )}
      </MessageBarBody>
      <MessageBarActions>
        {!isMissing && (
          <>
            <Button onClick={commands.showCompare} data-testid="compare-file">
              <Trans>Đối chiếu</Trans>
            </Button>
            <Button onClick={() => commands.reopen('edit')} data-testid="reload-file">
              <Trans>Nạp bản mới</Trans>
            </Button>
          </>
        )}
        <Button onClick={commands.saveAs}>
          <Trans>Lưu thành…</Trans>
        </Button>
      </MessageBarActions>
    </MessageBar>
  )
}

function useMoment(at: string): string {
  const language = useWindow((state) => state.language)
  const moment = new Date(at)
  if (Number.isNaN(moment.getTime())) return '?'
  const style = { dateStyle: 'short', timeStyle: 'short' } as const
  return moment.toLocaleString(language === 'vi' ? 'vi-VN' : 'en-GB', style)
}
