import { useLingui } from '@lingui/react/macro'
import { usePlan } from '../plan/plan-store.ts'
import { SavedState } from './saved-state.tsx'

/** File name, plan title and whether the file holds everything. */
export function TitleBar() {
  const { t } = useLingui()
  const file = usePlan((state) => state.file)
  const title = usePlan((state) => state.columns?.settings.title ?? '')
  const name = file?.name || t`Chưa có tệp`
  return (
    <div className="title-bar" data-testid="title-bar">
      <span className="title-mark" aria-hidden="true">
        LG
      </span>
      <h1 className="title-file" data-testid="file-name" title={file?.path ?? name}>
        {name}
      </h1>
      <SavedState />
      <span className="title-plan is-faint" title={title}>
        {title}
      </span>
    </div>
  )
}
