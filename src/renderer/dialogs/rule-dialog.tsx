import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Select,
} from '@fluentui/react-components'
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { RuleSetting } from '../../core/policy.ts'
import { SEVERITIES } from '../../core/rules/rule-code.ts'
import type { Rule } from '../../core/rules/rule.ts'
import { nameRule, nameSeverity } from '../../core/wording.ts'
import { useMethod } from '../hooks/engine-context.tsx'
import { reportError } from '../hooks/report-error.ts'
import { useWindow } from '../plan/window-store.ts'
import { ReasonFields, useReason } from './reason-fields.tsx'

/** Going back to the default needs no reason. */
const NOBODY = { by: '', reason: '' }

interface RuleDialogProps {
  readonly rule: Rule
  readonly setting: RuleSetting | undefined
  readonly onClose: () => void
}

/** Makes a rule graver, milder or switches it off, by whom and why; going back to the default asks for neither. */
export function RuleDialog({ rule, setting, onClose }: RuleDialogProps) {
  const { t } = useLingui()
  const language = useWindow((state) => state.language)
  const set = useMethod('policy.set')
  const [severity, setSeverity] = useState<string>(setting?.severity ?? 'default')
  const { draft, setDraft, give } = useReason()
  const isDefault = severity === 'default'

  function change(): void {
    const given = isDefault ? NOBODY : give()
    if (given === null) return
    set({ changes: { [`rule.${rule.code}`]: severity }, ...given }).then(onClose, reportError)
  }

  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface className="small-dialog" data-testid="rule-dialog">
        <DialogBody>
          <DialogTitle>{nameRule(rule.code, language)}</DialogTitle>
          <DialogContent className="dialog-fields">
            <Field label={t`Mức độ`}>
              <Select
                value={severity}
                onChange={(_, { value }) => setSeverity(value)}
                data-testid="rule-severity"
              >
                <option value="default">
                  {t`Mặc định (${nameSeverity(rule.severity, language)})`}
                </option>
                {SEVERITIES.map((one) => (
                  <option key={one} value={one}>
                    {nameSeverity(one, language)}
                  </option>
                ))}
                <option value="off">{t`Tắt`}</option>
              </Select>
            </Field>
            {!isDefault && <ReasonFields draft={draft} setDraft={setDraft} />}
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={change} data-testid="rule-set">
              <Trans>Đổi</Trans>
            </Button>
            <Button onClick={onClose}>
              <Trans>Không</Trans>
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
