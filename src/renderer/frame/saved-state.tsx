import { CheckmarkCircle16Regular, Save16Regular } from '@fluentui/react-icons'
import { Trans } from '@lingui/react/macro'
import { usePlan } from '../plan/plan-store.ts'

/** Whether every edit is in the file, or only kept on this computer so far. */
export function SavedState() {
  const file = usePlan((state) => state.file)
  if (!file) return null
  const isNowhere = file.isSaved && file.path === null
  return (
    <span
      className={savedClass(file.isSaved, isNowhere)}
      data-testid="saved-state"
      data-saved={file.isSaved}
    >
      {file.isSaved && !isNowhere ? <CheckmarkCircle16Regular /> : <Save16Regular />}
      {label(file.isSaved, isNowhere)}
    </span>
  )
}

function label(isSaved: boolean, isNowhere: boolean) {
  if (isNowhere) return <Trans>chưa có gì cần lưu</Trans>
  return isSaved ? <Trans>đã lưu</Trans> : <Trans>đã giữ trên máy này · chưa lưu vào tệp</Trans>
}

function savedClass(isSaved: boolean, isNowhere: boolean): string {
  if (isNowhere) return 'saved-state is-faint'
  return isSaved ? 'saved-state is-saved' : 'saved-state'
}
