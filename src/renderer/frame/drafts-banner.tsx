import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components'
import { Trans } from '@lingui/react/macro'
import { useEffect, useState } from 'react'
import { getBridge } from '../hooks/bridge.ts'
import { useWindow } from '../plan/window-store.ts'

/** Offers what an earlier run left behind when it ended by itself. */
export function DraftsBanner() {
  const [count, setCount] = useState(0)
  const isListed = useWindow((state) => state.dialog === 'drafts')
  useEffect(() => {
    if (isListed) return
    const count = async () => {
      const outcome = await getBridge().drafts()
      if (outcome.status !== 'done') return
      setCount(outcome.value.filter((draft) => !draft.isDiscarded).length)
    }
    // Drafts can be looked for at any later start.
    count().catch(() => undefined)
  }, [isListed])
  if (count === 0 || isListed) return null
  return (
    <MessageBar intent="info" data-testid="drafts-banner">
      <MessageBarBody>
        <Trans>Lần chạy trước để lại bản nháp chưa lưu: {count}.</Trans>
      </MessageBarBody>
      <MessageBarActions>
        <Button onClick={() => useWindow.setState({ dialog: 'drafts' })} data-testid="show-drafts">
          <Trans>Xem bản nháp</Trans>
        </Button>
        <Button onClick={() => setCount(0)}>
          <Trans>Để sau</Trans>
        </Button>
      </MessageBarActions>
    </MessageBar>
  )
}
