import { Trans, useLingui } from '@lingui/react/macro'
import { useMemo } from 'react'
import type { HistoryEntry } from '../../contract/plan-view.ts'
import { useAnswer } from '../hooks/use-answer.ts'
import { PlanTable } from '../matrix/plan-table.tsx'
import { textColumn } from '../matrix/table-columns.ts'
import { useWindow } from '../plan/window-store.ts'
import { historySentence, momentText } from '../wording/sentences.ts'

/** How far back the screen looks. */
const LIMIT = 1000

/** What was done to the plan, newest first. */
export function HistoryScreen() {
  const { t } = useLingui()
  const language = useWindow((state) => state.language)
  const read = useAnswer('plan.history', { limit: LIMIT })
  const entries = useMemo(() => [...(read ?? [])].sort((a, b) => b.seq - a.seq), [read])

  const columns = useMemo(
    () => [
      textColumn<HistoryEntry>('seq', t`Số`, 64, ({ seq }) => String(seq)),
      textColumn<HistoryEntry>('at', t`Lúc`, 150, ({ at }) => momentText(at)),
      textColumn<HistoryEntry>('author', t`Người làm`, 140, ({ author }) => author),
      {
        ...textColumn<HistoryEntry>('summary', t`Việc đã làm`, 520, ({ summary }) =>
          historySentence(summary, language),
        ),
        flex: 1,
      },
    ],
    [t, language],
  )
  return (
    <section className="screen" data-testid="screen-history">
      <div className="screen-head">
        <h2>
          <Trans>Lịch sử</Trans>
        </h2>
        <span className="is-faint">
          <Trans>Mỗi lần sửa, nhập bảng, hoàn tác là một dòng; lịch sử nằm trong tệp.</Trans>
        </span>
      </div>
      <PlanTable
        rows={entries}
        columns={columns}
        rowId={({ seq }) => String(seq)}
        testId="table-history"
      />
    </section>
  )
}
