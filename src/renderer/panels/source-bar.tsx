import { Trans, useLingui } from '@lingui/react/macro'
import type { FundingLine } from '../../core/funding-line.ts'
import type { Money } from '../../core/money.ts'
import { percentSaid } from '../../core/percent-text.ts'
import { shareText } from '../../core/share-text.ts'
import type { Project } from '../../core/project.ts'
import type { PlanColumns } from '../plan/plan-columns.ts'
import { bandLines } from '../plan/programme-bands.ts'
import { useWindow } from '../plan/window-store.ts'
import { exactText, moneyText } from '../wording/money-text.ts'

interface Slice {
  readonly line: FundingLine
  readonly band: number
  readonly amount: Money
  /** Percent of what the project needs, or gets where that is more. */
  readonly share: string
}

/** Which lines pay the project in the year: a bar in the programmes' colours over a list with the figures. */
export function SourceBar({ columns, project }: { columns: PlanColumns; project: Project }) {
  const { t } = useLingui()
  const { year, unit, language } = useWindow()
  const slices = slicesOf(columns, project, year)
  if (slices.length === 0)
    return (
      <p className="is-faint">
        <Trans>Chưa nguồn nào chi cho dự án trong năm này.</Trans>
      </p>
    )
  return (
    <>
      <div className="source-bar" role="img" aria-label={t`Tỷ trọng các nguồn vốn so với nhu cầu`}>
        {slices.map(({ line, band, share }) => (
          <span
            key={line.id}
            className={`source-slice band-${band}`}
            style={{ width: `${share}%` }}
            title={line.name}
          />
        ))}
      </div>
      <ul className="source-list tabular" data-testid="inspector-sources">
        {slices.map(({ line, band, amount, share }) => (
          <li key={line.id} title={`${line.name}\n${exactText(amount, language)}`}>
            <span className={`band-mark band-${band}`} />
            <span className="source-name">{line.code}</span>
            <span>{moneyText(amount, unit, language)}</span>
            <span className="is-faint source-share">{percentSaid(share, language)}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

function slicesOf(columns: PlanColumns, project: Project, year: number): Slice[] {
  const { need, allocated } = columns.sumsOfProject(project.id, year)
  const whole = need > allocated ? need : allocated
  return bandLines(columns.lines, columns.programmes).flatMap(({ band, lines }) =>
    lines.flatMap((line) => {
      const amount = columns.amountAt(project.id, line.id, year)
      return amount > 0n ? [{ line, band, amount, share: shareText(amount, whole) }] : []
    }),
  )
}
