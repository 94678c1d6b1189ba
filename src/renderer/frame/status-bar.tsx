import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { Money } from '../../core/money.ts'
import { formatShare } from '../../core/share-text.ts'
import { UNIT_NAMES } from '../../core/wording.ts'
import { SelectionStatus } from '../matrix/range/selection-status.tsx'
import { usePlan } from '../plan/plan-store.ts'
import { useWindow } from '../plan/window-store.ts'
import { entryText, exactText } from '../wording/money-text.ts'
import { SavedState } from './saved-state.tsx'

/** The plan's totals of the year, the unit and whether the file holds everything. */
export function StatusBar() {
  const { t } = useLingui()
  const year = useWindow((state) => state.year)
  const unit = useWindow((state) => state.unit)
  const language = useWindow((state) => state.language)
  const screen = useWindow((state) => state.screen)
  const columns = usePlan((state) => state.columns)
  usePlan((state) => state.revision)
  const totals = columns?.totalsOf(year)
  return (
    <footer
      className="status-bar"
      data-region="status"
      data-testid="status-bar"
      aria-label={t`Thanh trạng thái`}
    >
      {totals && (
        <strong>
          <Trans>Năm {year}</Trans>
        </strong>
      )}
      {screen === 'matrix' && <SelectionStatus />}
      {totals && (
        <span className="plan-totals">
          <Total name="ceiling" label={<Trans>Trần</Trans>} amount={totals.ceiling} />
          <Total name="allocated" label={<Trans>Đã bố trí</Trans>} amount={totals.allocated} />
          <Total name="remaining" label={<Trans>Còn lại</Trans>} amount={totals.remaining} />
          <Total name="need" label={<Trans>Nhu cầu</Trans>} amount={totals.need} />
          <Total name="shortfall" label={<Trans>Thiếu</Trans>} amount={totals.shortfall} isLack />
          <span className="status-total">
            <span className="is-faint">
              <Trans>Đáp ứng</Trans>
            </span>{' '}
            <b className="tabular" data-testid="total-need-met">
              {formatShare(totals.need - totals.shortfall, totals.need, language)}
            </b>
          </span>
        </span>
      )}
      <span className="command-space" />
      <span data-testid="status-unit">{UNIT_NAMES[unit][language]}</span>
      <SavedState />
    </footer>
  )
}

interface TotalProps {
  readonly name: string
  readonly label: ReactNode
  readonly amount: Money
  /** A lack is bad as soon as there is one; any other total only below zero. */
  readonly isLack?: boolean
}

function Total({ name, label, amount, isLack = false }: TotalProps) {
  const { unit, language } = useWindow()
  const isBad = isLack ? amount > 0n : amount < 0n
  return (
    <span className="status-total" title={exactText(amount, language)}>
      <span className="is-faint">{label}</span>{' '}
      <b
        className={isBad ? 'tabular is-danger' : 'tabular'}
        data-testid={`total-${name}`}
        data-amount={String(amount)}
      >
        {isBad && '▲ '}
        {entryText(amount, unit, language)}
      </b>
    </span>
  )
}
