import { ErrorCircle16Filled, Info16Filled, Warning16Filled } from '@fluentui/react-icons'
import { useLingui } from '@lingui/react/macro'
import type { Severity } from '../../core/rules/rule.ts'
import { SEVERITY_LABELS } from '../wording/labels.ts'

/** A severity as shape, colour and word for screen readers. */
export function SeverityIcon({ severity }: { severity: Severity }) {
  const { i18n } = useLingui()
  const label = i18n._(SEVERITY_LABELS[severity])
  switch (severity) {
    case 'error':
      return <ErrorCircle16Filled className="is-danger" aria-label={label} />
    case 'warning':
      return <Warning16Filled className="is-caution" aria-label={label} />
    case 'info':
      return <Info16Filled className="is-calm" aria-label={label} />
  }
}
