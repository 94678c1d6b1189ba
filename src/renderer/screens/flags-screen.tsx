import { Checkbox } from '@fluentui/react-components'
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { FlagGroup } from '../../core/rules/flag-groups.ts'
import { SEVERITIES, type Severity } from '../../core/rules/rule-code.ts'
import { useAnswer } from '../hooks/use-answer.ts'
import { FlagsList } from '../panels/flags-list.tsx'
import { SeverityIcon } from '../panels/severity-icon.tsx'
import type { PlanColumns } from '../plan/plan-columns.ts'
import { useWindow } from '../plan/window-store.ts'

/** Every flag the plan raises, gravest first; Enter or a click leads to the cell. */
export function FlagsScreen({ columns }: { columns: PlanColumns }) {
  const { t } = useLingui()
  const [isYearOnly, setYearOnly] = useState(false)
  const year = useWindow((state) => state.year)
  const shownYear = isYearOnly ? year : null
  const groups = useAnswer('flags.groups', { year: shownYear })
  return (
    <section className="screen" data-testid="screen-flags">
      <div className="screen-head">
        <h2>
          <Trans>Cảnh báo</Trans>
        </h2>
        {SEVERITIES.map((severity) => (
          <span key={severity} className="severity-count" data-testid={`count-${severity}`}>
            <SeverityIcon severity={severity} /> {countOpen(groups ?? [], severity)}
          </span>
        ))}
        <span className="command-space" />
        <Checkbox
          label={t`Chỉ năm ${year} và cả kỳ`}
          checked={isYearOnly}
          onChange={(_, { checked }) => setYearOnly(checked === true)}
        />
      </div>
      {groups?.length === 0 ? (
        <p className="screen-note" data-testid="no-flags">
          <Trans>Không có cảnh báo nào: mọi nguồn trong trần, mọi dự án đủ vốn theo nhu cầu.</Trans>
        </p>
      ) : (
        <FlagsList groups={groups ?? []} columns={columns} year={shownYear} />
      )}
    </section>
  )
}

function countOpen(groups: readonly FlagGroup[], severity: Severity): number {
  return groups
    .filter((group) => group.severity === severity && !group.isWaived)
    .reduce((sum, { count }) => sum + count, 0)
}
