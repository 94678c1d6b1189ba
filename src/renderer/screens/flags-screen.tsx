import { Checkbox } from '@fluentui/react-components'
import { Trans, useLingui } from '@lingui/react/macro'
import { useMemo, useState } from 'react'
import { countFlags, flagsOfYear } from '../../core/rules/check-plan.ts'
import { SEVERITIES } from '../../core/rules/rule-code.ts'
import { FlagsList } from '../panels/flags-list.tsx'
import { SeverityIcon } from '../panels/severity-icon.tsx'
import type { PlanColumns } from '../plan/plan-columns.ts'
import { usePlan } from '../plan/plan-store.ts'
import { useWindow } from '../plan/window-store.ts'

/** Every flag the plan raises, gravest first; Enter or a click leads to the cell. */
export function FlagsScreen({ columns }: { columns: PlanColumns }) {
  const { t } = useLingui()
  const [isYearOnly, setYearOnly] = useState(false)
  const year = useWindow((state) => state.year)
  const revision = usePlan((state) => state.revision)
  // The columns are written in place: only the revision tells that their flags moved.
  const flags = useMemo(
    () => flagsOfYear(columns.allFlags(), isYearOnly ? year : null),
    [columns, revision, isYearOnly, year],
  )
  const counts = countFlags(flags)
  return (
    <section className="screen" data-testid="screen-flags">
      <div className="screen-head">
        <h2>
          <Trans>Cảnh báo</Trans>
        </h2>
        {SEVERITIES.map((severity) => (
          <span key={severity} className="severity-count" data-testid={`count-${severity}`}>
            <SeverityIcon severity={severity} /> {counts[severity]}
          </span>
        ))}
        <span className="command-space" />
        <Checkbox
          label={t`Chỉ năm ${year} và cả kỳ`}
          checked={isYearOnly}
          onChange={(_, { checked }) => setYearOnly(checked === true)}
        />
      </div>
      {flags.length === 0 ? (
        <p className="screen-note" data-testid="no-flags">
          <Trans>Không có cảnh báo nào: mọi nguồn trong trần, mọi dự án đủ vốn theo nhu cầu.</Trans>
        </p>
      ) : (
        <FlagsList flags={flags} columns={columns} />
      )}
    </section>
  )
}
