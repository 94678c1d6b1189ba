import { Button, useRestoreFocusTarget } from '@fluentui/react-components'
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Policy } from '../../core/policy.ts'
import { RULES } from '../../core/rules/catalogue.ts'
import type { Rule } from '../../core/rules/rule.ts'
import { nameRule, nameSeverity, nameTrust } from '../../core/wording.ts'
import { useWindow } from '../plan/window-store.ts'
import { SeverityIcon } from '../panels/severity-icon.tsx'
import { RuleDialog } from '../dialogs/rule-dialog.tsx'

/** Every rule: how grave it is, and who changed that and why. */
export function PolicyRules({ policy }: { policy: Policy }) {
  const [changing, setChanging] = useState<Rule | null>(null)
  return (
    <section className="policy-rules">
      <h3>
        <Trans>Các quy tắc kiểm tra</Trans>
      </h3>
      <table className="policy-table" data-testid="policy-rules">
        <thead>
          <tr>
            <th scope="col">
              <Trans>Quy tắc</Trans>
            </th>
            <th scope="col">
              <Trans>Mức độ</Trans>
            </th>
            <th scope="col">
              <Trans>Ai đổi, vì sao</Trans>
            </th>
            <th scope="col">
              <Trans>Căn cứ</Trans>
            </th>
            <td />
          </tr>
        </thead>
        <tbody>
          {RULES.map((rule) => (
            <RuleRow
              key={rule.code}
              rule={rule}
              setting={policy.rules.get(rule.code)}
              onChange={setChanging}
            />
          ))}
        </tbody>
      </table>
      {changing && (
        <RuleDialog
          rule={changing}
          setting={policy.rules.get(changing.code)}
          onClose={() => setChanging(null)}
        />
      )}
    </section>
  )
}

interface RuleRowProps {
  readonly rule: Rule
  readonly setting: ReturnType<Policy['rules']['get']>
  readonly onChange: (rule: Rule) => void
}

function RuleRow({ rule, setting, onChange }: RuleRowProps) {
  const { t } = useLingui()
  const language = useWindow((state) => state.language)
  const restoreFocus = useRestoreFocusTarget()
  const severity = setting?.severity ?? rule.severity
  const name = nameRule(rule.code, language)
  return (
    <tr data-testid={`rule-${rule.code}`} data-severity={severity}>
      <th scope="row">{name}</th>
      <td className="rule-severity">
        {severity === 'off' ? (
          <b>
            <Trans>Tắt</Trans>
          </b>
        ) : (
          <>
            <SeverityIcon severity={severity} /> {nameSeverity(severity, language)}
          </>
        )}
      </td>
      <td>
        {setting ? (
          `${setting.by}: ${setting.reason}`
        ) : (
          <span className="is-faint">{t`mặc định`}</span>
        )}
      </td>
      <td>
        {rule.source}{' '}
        <span className="trust-mark" data-trust={rule.trust}>
          {nameTrust(rule.trust, language)}
        </span>
      </td>
      <td>
        <Button
          {...restoreFocus}
          size="small"
          appearance="subtle"
          aria-label={t`Đổi mức độ: ${name}`}
          onClick={() => onChange(rule)}
          data-testid={`rule-change-${rule.code}`}
        >
          <Trans>Đổi…</Trans>
        </Button>
      </td>
    </tr>
  )
}
