import { Button } from '@fluentui/react-components'
import { Trans, useLingui } from '@lingui/react/macro'
import type { Flag } from '../../core/rules/rule.ts'
import { nameRule } from '../../core/wording.ts'
import { useMethod } from '../hooks/engine-context.tsx'
import { reportError } from '../hooks/report-error.ts'
import { closeFlagDialog, targetOf } from '../plan/flag-dialog-store.ts'
import { useWindow } from '../plan/window-store.ts'
import { flagSentence } from '../wording/sentences.ts'
import { FlagDialogFrame } from './flag-dialog-frame.tsx'
import { ReasonFields, useReason } from './reason-fields.tsx'

/** Accepts a flag with a reason and a person; it opens again when its numbers get worse. */
export function WaiveFlag({ flag }: { flag: Flag }) {
  const { t } = useLingui()
  const { unit, language } = useWindow()
  const waive = useMethod('flags.waive')
  const { draft, setDraft, give } = useReason()

  function accept(): void {
    const given = give()
    if (given) waive({ ...targetOf(flag), ...given }).then(closeFlagDialog, reportError)
  }

  return (
    <FlagDialogFrame
      title={t`Chấp nhận: ${nameRule(flag.code, language)}`}
      closeLabel={t`Không`}
      action={
        <Button appearance="primary" onClick={accept} data-testid="waive-accept">
          <Trans>Chấp nhận</Trans>
        </Button>
      }
    >
      <p>{flagSentence(flag, language, unit)}</p>
      <ReasonFields draft={draft} setDraft={setDraft} />
      <p className="is-faint">
        <Trans>Cảnh báo mở lại khi số liệu xấu hơn lúc chấp nhận. Hoàn tác được.</Trans>
      </p>
    </FlagDialogFrame>
  )
}
