import { Input } from '@fluentui/react-components'
import { Search16Regular } from '@fluentui/react-icons'
import { Trans, useLingui } from '@lingui/react/macro'
import { failedCondition } from '../../core/eligibility.ts'
import type { PlanColumns } from '../plan/plan-columns.ts'
import { usePlan } from '../plan/plan-store.ts'
import { useWindow } from '../plan/window-store.ts'
import { CONDITION_LABELS } from '../wording/labels.ts'
import { exactText } from '../wording/money-text.ts'

/** Which cell has the focus and its exact đồng; the quick filter stands at its end. */
export function FormulaBar({ columns, shown }: { columns: PlanColumns; shown: number }) {
  const { t } = useLingui()
  const filter = useWindow((state) => state.filter)
  return (
    <div className="formula-bar" data-testid="formula-bar">
      <FocusedAmount columns={columns} />
      <span className="command-space" />
      {filter !== '' && (
        <span className="is-faint" data-testid="filter-count">
          <Trans>
            {shown} / {columns.projects.length} dự án
          </Trans>
        </span>
      )}
      <Input
        size="small"
        type="search"
        className="quick-filter"
        contentBefore={<Search16Regular />}
        placeholder={t`Lọc dự án (Ctrl+F)`}
        aria-label={t`Lọc dự án theo mã, tên, địa bàn`}
        value={filter}
        onChange={(_, { value }) => useWindow.setState({ filter: value })}
        input={{ 'data-quick-filter': '', 'data-testid': 'quick-filter' } as object}
      />
    </div>
  )
}

function FocusedAmount({ columns }: { columns: PlanColumns }) {
  const { i18n } = useLingui()
  const { focused, year, language } = useWindow()
  usePlan((state) => state.revision)
  const project = focused.project === null ? undefined : columns.project(focused.project)
  const line = focused.line === null ? undefined : columns.line(focused.line)
  if (!project)
    return (
      <span className="is-faint">
        <Trans>Chọn một ô để xem số chính xác đến đồng</Trans>
      </span>
    )
  const amount = line
    ? columns.amountAt(project.id, line.id, year)
    : columns.sumsOfProject(project.id, year).allocated
  const condition = line && failedCondition(line, project)
  const where = [project.code, line?.code, year].filter(Boolean).join(' · ')
  return (
    <>
      <b
        className="formula-cell"
        data-testid="formula-cell"
        title={[project.name, line?.name].filter(Boolean).join(' · ')}
      >
        {where}
      </b>
      <span
        className="formula-amount tabular"
        data-testid="formula-amount"
        data-amount={String(amount)}
      >
        {exactText(amount, language)}
      </span>
      <span className={condition ? 'formula-note is-caution' : 'formula-note is-faint'}>
        {condition
          ? i18n._(CONDITION_LABELS[condition])
          : [project.name, line?.name].filter(Boolean).join(' · ')}
      </span>
    </>
  )
}
