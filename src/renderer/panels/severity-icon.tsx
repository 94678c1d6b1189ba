import { ErrorCircle16Filled, Info16Filled, Warning16Filled } from '@fluentui/react-icons'
import type { Severity } from '../../core/rules/rule-code.ts'
import { nameSeverity } from '../../core/wording.ts'
import { useWindow } from '../plan/window-store.ts'

/** A severity as shape, colour and word for screen readers. */
export function SeverityIcon({ severity }: { severity: Severity }) {
  const label = nameSeverity(
    severity,
    useWindow((state) => state.language),
  )
  switch (severity) {
    case 'error':
      return <ErrorCircle16Filled className="is-danger" aria-label={label} />
    case 'warning':
      return <Warning16Filled className="is-caution" aria-label={label} />
    case 'info':
      return <Info16Filled className="is-calm" aria-label={label} />
  }
}
