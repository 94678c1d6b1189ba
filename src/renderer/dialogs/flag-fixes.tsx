import { Button } from '@fluentui/react-components'
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { type AmountFix, type FieldFix, type Fix, isAmountFix } from '../../core/fixes/fix.ts'
import type { Flag } from '../../core/rules/rule.ts'
import { nameFix } from '../../core/wording-fixes.ts'
import { describeAmount, nameRule } from '../../core/wording.ts'
import { FieldFixes } from '../entry/field-fixes.tsx'
import { useMethod } from '../hooks/engine-context.tsx'
import { reportError } from '../hooks/report-error.ts'
import { useAnswer } from '../hooks/use-answer.ts'
import { nameOfCell } from '../matrix/block/name-of-cell.ts'
import { closeFlagDialog, targetOf } from '../plan/flag-dialog-store.ts'
import type { PlanColumns } from '../plan/plan-columns.ts'
import { useWindow } from '../plan/window-store.ts'
import { flagSentence } from '../wording/sentences.ts'
import { FlagDialogFrame } from './flag-dialog-frame.tsx'

/** The ways to mend a flag, with the cells or fields each would change; applying one is a single undoable act. */
export function FlagFixes({ flag, columns }: { flag: Flag; columns: PlanColumns }) {
  const { t } = useLingui()
  const { unit, language } = useWindow()
  const answer = useAnswer('flags.fixes', targetOf(flag))
  const applyFix = useMethod('flags.applyFix')
  const [isApplying, setApplying] = useState(false)
  const fixes = answer?.fixes.filter(isAmountFix) ?? []
  const missing = answer?.fixes.filter(isFieldFix) ?? []

  function apply({ key }: AmountFix): void {
    if (!answer) return
    setApplying(true)
    applyFix({ ...targetOf(flag), key, revision: answer.revision })
      .then(closeFlagDialog, reportError)
      .finally(() => setApplying(false))
  }

  return (
    <FlagDialogFrame title={nameRule(flag.code, language)} closeLabel={t`Không`}>
      <p>{flagSentence(flag, language, unit)}</p>
      {answer?.fixes.length === 0 && (
        <p>
          <Trans>Số liệu đã đổi: không còn cách sửa tự động nào.</Trans>
        </p>
      )}
      {fixes.map((fix) => (
        <section key={fix.key} className="flag-fix" data-testid="flag-fix">
          <div className="flag-fix-head">
            <b>{nameFix(fix, language)}</b>
            <Button
              appearance="primary"
              disabled={isApplying}
              onClick={() => apply(fix)}
              data-testid="fix-apply"
            >
              <Trans>Áp dụng</Trans>
            </Button>
          </div>
          <FixMoves fix={fix} columns={columns} />
        </section>
      ))}
      {missing[0] && (
        <FieldFixes
          fixes={missing}
          project={missing[0].project}
          columns={columns}
          onApplied={closeFlagDialog}
        />
      )}
    </FlagDialogFrame>
  )
}

function isFieldFix(fix: Fix): fix is FieldFix {
  return fix.kind === 'set-field'
}

function FixMoves({ fix: { moves, left }, columns }: { fix: AmountFix; columns: PlanColumns }) {
  const { unit, language } = useWindow()
  return (
    <>
      <table className="figures fix-moves tabular">
        <thead>
          <tr>
            <th scope="col">
              <Trans>Ô</Trans>
            </th>
            <th scope="col">
              <Trans>Hiện là</Trans>
            </th>
            <th scope="col">
              <Trans>Sẽ là</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {moves.map(({ cell, before, after }) => (
            <tr key={nameOfCell(columns, cell)} data-testid="fix-move">
              <th scope="row">{nameOfCell(columns, cell)}</th>
              <td>{describeAmount(before, language, unit)}</td>
              <td>
                <b>{describeAmount(after, language, unit)}</b>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {left > 0n && (
        <p className="is-caution">
          ▲{' '}
          <Trans>Sau khi sửa vẫn còn {describeAmount(left, language, unit)} chưa xử lý được.</Trans>
        </p>
      )}
    </>
  )
}
