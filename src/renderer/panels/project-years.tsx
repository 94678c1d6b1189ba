import { Trans } from '@lingui/react/macro'
import type { Money } from '../../core/money.ts'
import type { Project } from '../../core/project.ts'
import type { PlanColumns } from '../plan/plan-columns.ts'
import { useWindow } from '../plan/window-store.ts'
import { badMoneyText, exactText, moneyText } from '../wording/money-text.ts'

/** What a project needs, gets and lacks, year by year. */
export function ProjectYears({ columns, project }: { columns: PlanColumns; project: Project }) {
  const shown = useWindow((state) => state.year)
  return (
    <table className="years tabular" data-testid="inspector-years">
      <thead>
        <tr>
          <th scope="col">
            <Trans>Năm</Trans>
          </th>
          <th scope="col">
            <Trans>Nhu cầu</Trans>
          </th>
          <th scope="col">
            <Trans>Đã bố trí</Trans>
          </th>
          <th scope="col">
            <Trans>Thiếu</Trans>
          </th>
        </tr>
      </thead>
      <tbody>
        {columns.years.map((year) => {
          const { need, allocated, shortfall } = columns.sumsOfProject(project.id, year)
          return (
            <tr key={year} className={year === shown ? 'is-shown' : undefined}>
              <th scope="row">{year}</th>
              <Amount amount={need} />
              <Amount amount={allocated} />
              <Amount amount={shortfall} isBad={shortfall > 0n} />
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function Amount({ amount, isBad = false }: { amount: Money; isBad?: boolean }) {
  const { unit, language } = useWindow()
  return (
    <td
      className={isBad ? 'is-danger' : amount === 0n ? 'is-faint' : undefined}
      title={exactText(amount, language)}
    >
      {amount === 0n ? '–' : (isBad ? badMoneyText : moneyText)(amount, unit, language)}
    </td>
  )
}
