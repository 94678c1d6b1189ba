import { Input } from '@fluentui/react-components'
import { LockClosed16Regular, Search16Regular } from '@fluentui/react-icons'
import type { I18n } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import type { Language } from '../../contract/bridge.ts'
import { failedCondition } from '../../core/eligibility.ts'
import type { Money } from '../../core/money.ts'
import type { PlanColumns } from '../plan/plan-columns.ts'
import { useHolds } from '../plan/hold-store.ts'
import { usePlan } from '../plan/plan-store.ts'
import { useWindow } from '../plan/window-store.ts'
import { CONDITION_LABELS } from '../wording/labels.ts'
import { exactText } from '../wording/money-text.ts'
import { amountAtPoint } from './clipboard/copied-cell.ts'
import { FilterPanel } from './filter/filter-panel.tsx'
import { FindBar } from './find/find-bar.tsx'
import { givenTitle } from './given-columns.ts'
import { GroupMenu } from './groups/group-menu.tsx'
import type { Hands } from './hands.ts'
import { isHeldAt, isTotalHeldAt } from './held-cells.ts'
import { ColumnPanel } from './layout/column-panel.tsx'
import { givenOfColumn, yearOfColumn } from './matrix-row.ts'
import { rowName } from './row-name.ts'

interface FormulaBarProps {
  readonly columns: PlanColumns
  /** How many projects pass the filter. */
  readonly shown: number
  readonly hands: Hands | null
}

/** Which cell has the focus and its exact đồng; what is shown of the plan is chosen at its end. */
export function FormulaBar({ columns, shown, hands }: FormulaBarProps) {
  const { t } = useLingui()
  const filter = useWindow((state) => state.filter)
  return (
    <div className="formula-bar" data-testid="formula-bar">
      <FocusedAmount columns={columns} />
      <span className="command-space" />
      <FindBar hands={hands} />
      {shown < columns.projectIds.length && (
        <span className="is-faint" data-testid="filter-count">
          <Trans>
            {shown} / {columns.projectIds.length} dự án
          </Trans>
        </span>
      )}
      <Input
        size="small"
        type="search"
        className="quick-filter"
        contentBefore={<Search16Regular />}
        placeholder={t`Lọc dự án`}
        aria-label={t`Lọc dự án theo mã, tên, địa bàn`}
        value={filter}
        onChange={(_, { value }) => useWindow.setState({ filter: value })}
        input={{ 'data-quick-filter': '', 'data-testid': 'quick-filter' } as object}
      />
      <FilterPanel columns={columns} />
      <GroupMenu hands={hands} />
      <ColumnPanel columns={columns} />
    </div>
  )
}

function FocusedAmount({ columns }: { columns: PlanColumns }) {
  const { i18n } = useLingui()
  const { focused, year, language } = useWindow()
  usePlan((state) => state.revision)
  useHolds((state) => state.holds)
  const { row, column } = focused
  if (row === null || column === null)
    return (
      <span className="is-faint">
        <Trans>Chọn một ô để xem số chính xác đến đồng</Trans>
      </span>
    )
  const project = typeof row === 'number' ? columns.project(row) : undefined
  const given = givenOfColumn(column)
  const lineId = focused.line ?? given?.line ?? null
  const line = lineId === null ? undefined : columns.line(lineId)
  const names = [project?.name, line?.name].filter(Boolean).join(' · ')
  const condition = line && project ? failedCondition(line, project) : null
  const isHeld =
    focused.line === null
      ? column === 'allocated' && isTotalHeldAt({ id: row })
      : isHeldAt({ id: row }, focused.line, yearOfColumn(column))
  const named = typeof row === 'number' ? project?.code : rowName({ id: row })
  return (
    <>
      <b className="formula-cell" data-testid="formula-cell" title={names}>
        {[
          named,
          line?.code,
          columnName(column, i18n),
          given ? null : (yearOfColumn(column) ?? year),
        ]
          .filter(Boolean)
          .join(' · ')}
      </b>
      <ExactAmount amount={amountAtPoint({ row, column })} language={language} />
      {isHeld && (
        <span className="formula-held" data-testid="formula-held">
          <LockClosed16Regular aria-hidden /> <Trans>đang giữ</Trans>
        </span>
      )}
      <span className={condition ? 'formula-note is-caution' : 'formula-note is-faint'}>
        {condition ? i18n._(CONDITION_LABELS[condition]) : names}
      </span>
    </>
  )
}

function ExactAmount({ amount, language }: { amount: Money | null; language: Language }) {
  if (amount === null) return null
  return (
    <span
      className="formula-amount tabular"
      data-testid="formula-amount"
      data-amount={String(amount)}
    >
      {exactText(amount, language)}
    </span>
  )
}

function columnName(column: string, i18n: I18n): string | null {
  const given = givenOfColumn(column)
  if (given) return givenTitle(given)
  if (column === 'need') return i18n._(msg`Nhu cầu`)
  return column === 'allocated' ? i18n._(msg`Đã bố trí`) : null
}
