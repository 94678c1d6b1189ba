import { CheckmarkCircle16Regular, Save16Regular } from '@fluentui/react-icons'
import { Trans } from '@lingui/react/macro'
import { usePlan } from '../plan/plan-store.ts'

/** Whether every edit is in the file, or only kept on this computer so far. */
export function SavedState() {
  const file = usePlan((state) => state.file)
  if (!file) return null
  return (
    <span
      className={file.isSaved ? 'saved-state is-saved' : 'saved-state'}
      data-testid="saved-state"
      data-saved={file.isSaved}
    >
      {file.isSaved ? <CheckmarkCircle16Regular /> : <Save16Regular />}
      {file.isSaved ? <Trans>đã lưu</Trans> : <Trans>đã giữ trên máy này · chưa lưu vào tệp</Trans>}
    </span>
  )
}
