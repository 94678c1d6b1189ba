import { Trans } from '@lingui/react/macro'
import { useDeferredValue, useMemo, type ReactNode } from 'react'
import { type Money, money } from '../../../core/money.ts'
import { usePlan } from '../../plan/plan-store.ts'
import { useWindow } from '../../plan/window-store.ts'
import { entryText, exactText } from '../../wording/money-text.ts'
import { amountAtPoint } from '../clipboard/copied-cell.ts'
import { isGroupRow, lineOfColumn, yearOfColumn } from '../matrix-row.ts'
import { type ColumnReader, measureSelection } from './measure-selection.ts'
import type { Selection } from './selection.ts'
import { useSelection } from './selection-store.ts'

/** What more than one selected cell comes to, exactly, and what the selected lines may still give. */
export function SelectionStatus() {
  const selection = useDeferredValue(useSelection((state) => state.selection))
  const revision = usePlan((state) => state.revision)
  const year = useWindow((state) => state.year)
  const sums = useMemo(() => measureSelection(selection, readerOf), [selection, revision, year])
  const free = useMemo(() => freeMoney(selection), [selection, revision, year])
  if (sums.cells < 2) return null
  return (
    <span className="selection-status" data-testid="selection-status" data-cells={sums.cells}>
      <Figure name="count" label={<Trans>Số ô có vốn</Trans>} text={String(sums.count)} />
      <Amount name="sum" label={<Trans>Tổng chọn</Trans>} amount={sums.sum} />
      <Amount
        name="average"
        label={<Trans>Trung bình</Trans>}
        amount={sums.average}
        isCut={sums.isAverageCut}
      />
      <Amount name="min" label={<Trans>Nhỏ nhất</Trans>} amount={sums.min} />
      <Amount name="max" label={<Trans>Lớn nhất</Trans>} amount={sums.max} />
      <Amount name="free" label={<Trans>Nguồn còn lại</Trans>} amount={free} />
    </span>
  )
}

/** Reads a column of the plan shown; the head of a group repeats what stands below it and counts for nothing. */
function readerOf(column: string): ColumnReader {
  const { columns } = usePlan.getState()
  const line = lineOfColumn(column)
  if (!columns || line === null)
    return (row) => (isGroupRow(row) ? null : amountAtPoint({ row, column }))
  const year = yearOfColumn(column) ?? useWindow.getState().year
  return (row) => (typeof row === 'number' ? columns.amountAt(row, line, year) : null)
}

function freeMoney(selection: Selection): Money | null {
  const { columns } = usePlan.getState()
  const selected = new Set(selection.flatMap((range) => range.columns))
  const lines = [...selected].filter((column) => lineOfColumn(column) !== null)
  if (!columns || lines.length === 0) return null
  const { year } = useWindow.getState()
  return money(
    lines.reduce((sum, column) => {
      const line = lineOfColumn(column) ?? 0
      return sum + columns.sumsOfLine(line, yearOfColumn(column) ?? year).remaining
    }, 0n),
  )
}

function Amount({
  name,
  label,
  amount,
  isCut = false,
}: {
  name: string
  label: ReactNode
  amount: Money | null
  isCut?: boolean
}) {
  const unit = useWindow((state) => state.unit)
  const language = useWindow((state) => state.language)
  if (amount === null) return null
  return (
    <Figure
      name={name}
      label={label}
      text={entryText(amount, unit, language) + (isCut ? '…' : '')}
      title={exactText(amount, language)}
      amount={amount}
    />
  )
}

function Figure({
  name,
  label,
  text,
  title,
  amount,
}: {
  name: string
  label: ReactNode
  text: string
  title?: string
  amount?: Money
}) {
  return (
    <span className="status-total" title={title}>
      <span className="is-faint">{label}</span>{' '}
      <b
        className="tabular"
        data-testid={`selection-${name}`}
        data-amount={amount === undefined ? undefined : String(amount)}
      >
        {text}
      </b>
    </span>
  )
}
