import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components'
import { Copy16Regular, Dismiss16Regular } from '@fluentui/react-icons'
import { Trans, useLingui } from '@lingui/react/macro'
import type { EngineStatus } from '../../contract/bridge.ts'
import { fromFailure } from '../../contract/failure.ts'
import type { Commands } from '../hooks/use-commands.ts'
import { type Message, dismissMessage, useMessages } from '../plan/message-store.ts'
import { useWindow } from '../plan/window-store.ts'
import { errorSentence } from '../wording/sentences.ts'
import { copyText } from './copy-text.ts'
import { DraftsBanner } from './drafts-banner.tsx'
import { FileBanner } from './file-banner.tsx'

/** What just happened: the engine's state, and messages. */
export function MessageArea({
  status,
  onDismissStatus,
  commands,
}: {
  status: EngineStatus
  onDismissStatus: () => void
  commands: Commands
}) {
  const messages = useMessages((state) => state.messages)
  return (
    <div className="message-area" aria-live="polite" data-testid="messages">
      <EngineBanner status={status} onDismiss={onDismissStatus} />
      <FileBanner commands={commands} />
      <DraftsBanner />
      {messages.map((message) => (
        <MessageLine key={message.id} message={message} />
      ))}
    </div>
  )
}

function MessageLine({ message }: { message: Message }) {
  const { t } = useLingui()
  const { id, intent, title, detail } = message
  return (
    <MessageBar intent={intent} data-testid={`message-${intent}`}>
      <MessageBarBody>{title}</MessageBarBody>
      <MessageBarActions containerAction={<DismissButton onClick={() => dismissMessage(id)} />}>
        {detail && (
          <Button
            size="small"
            icon={<Copy16Regular />}
            onClick={() => copyText(`${title}\n${detail}`)}
          >
            {t`Sao chép chi tiết`}
          </Button>
        )}
      </MessageBarActions>
    </MessageBar>
  )
}

function EngineBanner({ status, onDismiss }: { status: EngineStatus; onDismiss: () => void }) {
  const language = useWindow((state) => state.language)
  if (status.status === 'ready') return null
  const intent =
    status.status === 'failed' ? 'error' : status.status === 'stopped' ? 'warning' : 'success'
  return (
    <MessageBar intent={intent} data-testid="engine-banner" data-status={status.status}>
      <MessageBarBody>
        {status.status === 'stopped' && (
          <Trans>Bộ máy tính toán vừa dừng; đang khởi động lại từ bản làm việc.</Trans>
        )}
        {status.status === 'restarted' && !status.isHung && (
          <Trans>
            Bộ máy tính toán vừa dừng và đã được khởi động lại từ bản làm việc; không mất dữ liệu đã
            nhập.
          </Trans>
        )}
        {status.status === 'restarted' && status.isHung && (
          <Trans>
            Bộ máy tính toán không trả lời nên đã được khởi động lại từ bản làm việc; mọi thao tác
            đã ghi nhận vẫn còn. Thao tác đang chờ lúc đó có thể chưa được ghi: hãy xem lại rồi làm
            tiếp.
          </Trans>
        )}
        {status.status === 'failed' && errorSentence(fromFailure(status.failure), language)}
      </MessageBarBody>
      {status.status !== 'stopped' && (
        <MessageBarActions containerAction={<DismissButton onClick={onDismiss} />} />
      )}
    </MessageBar>
  )
}

function DismissButton({ onClick }: { onClick: () => void }) {
  const { t } = useLingui()
  return (
    <Button
      size="small"
      appearance="transparent"
      icon={<Dismiss16Regular />}
      aria-label={t`Đóng thông báo`}
      onClick={onClick}
    />
  )
}
