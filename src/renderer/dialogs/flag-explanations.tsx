import { Trans, useLingui } from '@lingui/react/macro'
import type { Cell } from '../../core/allocation.ts'
import type { FlagExplanation } from '../../core/rules/explain-flag.ts'
import type { Flag } from '../../core/rules/rule.ts'
import { describeFigures } from '../../core/wording-details.ts'
import { nameFix } from '../../core/wording-fixes.ts'
import { describeAmount, describeFlag, nameRule, nameTrust } from '../../core/wording.ts'
import { useAnswer } from '../hooks/use-answer.ts'
import { nameOfCell } from '../matrix/block/name-of-cell.ts'
import { closeFlagDialog, targetOf } from '../plan/flag-dialog-store.ts'
import type { PlanColumns } from '../plan/plan-columns.ts'
import { jumpToCell, useWindow } from '../plan/window-store.ts'
import { waiverSentence } from '../wording/sentences.ts'
import { FlagDialogFrame } from './flag-dialog-frame.tsx'

/** More cells than this are counted, not listed. */
const MOST_CELLS = 50

/** The figures, source and cells behind a flag and those accepted or mended with it. */
export function FlagExplanations({ flag, columns }: { flag: Flag; columns: PlanColumns }) {
  const { t } = useLingui()
  const language = useWindow((state) => state.language)
  const explanations = useAnswer('flags.explain', targetOf(flag))
  const answer = useAnswer('flags.fixes', targetOf(flag))
  const byHand = answer?.fixes.filter(({ kind }) => kind === 'set-field') ?? []
  return (
    <FlagDialogFrame title={nameRule(flag.code, language)} closeLabel={t`Đóng`}>
      {explanations?.map((explanation, at) => (
        <Explanation key={at} flag={flag} explanation={explanation} columns={columns} />
      ))}
      {byHand.length > 0 && (
        <p data-testid="fix-by-hand">
          <Trans>Cách khắc phục:</Trans> {byHand.map((fix) => nameFix(fix, language)).join('; ')}.
        </p>
      )}
      {flag.waiver && <p data-testid="waiver">{waiverSentence(flag.waiver)}</p>}
    </FlagDialogFrame>
  )
}

interface ExplanationProps {
  readonly flag: Flag
  readonly explanation: FlagExplanation
  readonly columns: PlanColumns
}

function Explanation({ flag: { code, year }, explanation, columns }: ExplanationProps) {
  const { unit, language } = useWindow()
  const { figures, source, trust, cells } = explanation
  const detail = Object.fromEntries(figures.map(({ name, value }) => [name, value]))
  return (
    <section className="flag-explanation" data-testid="flag-explanation">
      <p>
        <b>{describeFlag({ code, year, detail }, language, unit)}</b>
      </p>
      <table className="figures tabular">
        <tbody>
          {describeFigures({ code, detail }, language, unit).map(({ name, text }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{text}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        <Trans>Căn cứ:</Trans> {source}{' '}
        <span className="trust-mark" data-trust={trust}>
          {nameTrust(trust, language)}
        </span>
      </p>
      <FlagCells cells={cells} columns={columns} />
    </section>
  )
}

function FlagCells({ cells, columns }: { cells: readonly Cell[]; columns: PlanColumns }) {
  const { unit, language } = useWindow()
  if (cells.length === 0) return null
  const rest = cells.length - MOST_CELLS
  return (
    <>
      <h4>
        <Trans>Các ô góp vào</Trans>
      </h4>
      <ul className="flag-cells">
        {cells.slice(0, MOST_CELLS).map((cell) => (
          <li key={nameOfCell(columns, cell)}>
            <button
              type="button"
              className="plain-button"
              onClick={() => goTo(cell)}
              data-testid="flag-cell"
            >
              <span>{nameOfCell(columns, cell)}</span>
              <span className="tabular">
                {describeAmount(
                  columns.amountAt(cell.project, cell.line, cell.year),
                  language,
                  unit,
                )}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <p className="is-faint">
          <Trans>Và {rest} ô khác.</Trans>
        </p>
      )}
    </>
  )
}

function goTo(cell: Cell): void {
  closeFlagDialog()
  jumpToCell(cell)
}
