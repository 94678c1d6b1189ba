import { Checkbox } from '@fluentui/react-components'
import type { I18n } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useMemo, useState } from 'react'
import type { Coverage } from '../../core/coverage.ts'
import { FUNDING_SOURCES, type FundingSource } from '../../core/funding-line.ts'
import { useAnswer } from '../hooks/use-answer.ts'
import { PlanTable } from '../matrix/plan-table.tsx'
import { type TableColumn, shareColumn, sumColumn, textColumn } from '../matrix/table-columns.ts'
import { GapList } from '../panels/gap-list.tsx'
import { useWindow } from '../plan/window-store.ts'
import { SOURCE_LABELS } from '../wording/labels.ts'
import {
  type CoverageRow,
  coverageRows,
  coverageTotals,
  isUnfunded,
  sourcesInUse,
} from './coverage-rows.ts'

/** The plan's tasks against the sources and programmes that pay for them, and the needs nothing can meet. */
export function TasksScreen() {
  const { t } = useLingui()
  const [isYearOnly, setYearOnly] = useState(false)
  const year = useWindow((state) => state.year)
  const shownYear = isYearOnly ? year : null
  const coverage = useAnswer('plan.coverage', { year: shownYear })
  const gaps = useAnswer('plan.gaps', { year: shownYear })
  return (
    <section className="screen" data-testid="screen-tasks">
      <div className="screen-head">
        <h2>
          <Trans context="screen">Nhiệm vụ</Trans>
        </h2>
        {coverage && <UnfundedCount coverage={coverage} />}
        <span className="command-space" />
        <Checkbox
          label={t`Chỉ năm ${year}`}
          checked={isYearOnly}
          onChange={(_, { checked }) => setYearOnly(checked === true)}
          data-testid="tasks-year-only"
        />
      </div>
      {coverage && <CoverageTable coverage={coverage} />}
      {gaps && <GapList gaps={gaps} />}
    </section>
  )
}

function UnfundedCount({ coverage }: { coverage: Coverage }) {
  const count = useMemo(() => coverageRows(coverage).filter(isUnfunded).length, [coverage])
  return count === 0 ? (
    <span className="is-faint">
      <Trans>Nhiệm vụ nào cũng có nguồn vốn.</Trans>
    </span>
  ) : (
    <span className="is-danger" data-testid="unfunded-count">
      ▲ <Plural value={count} other="# nhiệm vụ chưa nguồn nào bố trí vốn" />
    </span>
  )
}

function CoverageTable({ coverage }: { coverage: Coverage }) {
  const { i18n } = useLingui()
  const { unit, language } = useWindow()
  const rows = useMemo(() => coverageRows(coverage), [coverage])
  const totals = useMemo(() => coverageTotals(coverage), [coverage])
  // Unit and language change what the cells print, which the grid reads through these columns.
  const columns = useMemo(
    () => coverageColumns(coverage, sourcesInUse(totals), i18n),
    [coverage, totals, i18n, unit, language],
  )
  return (
    <PlanTable
      rows={rows}
      columns={columns}
      rowId={({ kind, task }) => `${kind}:${task?.id ?? ''}`}
      totals={totals}
      testId="table-tasks"
    />
  )
}

function coverageColumns(
  { programmes }: Coverage,
  sources: number[],
  i18n: I18n,
): TableColumn<CoverageRow>[] {
  return [
    {
      ...textColumn<CoverageRow>('code', i18n._(msg`Mã`), 64, ({ task }) => task?.code ?? ''),
      pinned: 'left',
    },
    {
      ...textColumn<CoverageRow>('name', i18n._(msg`Nhiệm vụ`), 330, (row) => rowName(row, i18n)),
      pinned: 'left',
      cellClassRules: { 'is-negative': ({ data }) => data !== undefined && isUnfunded(data) },
    },
    {
      ...textColumn<CoverageRow>('projects', i18n._(msg`Số dự án`), 76, (row) =>
        String(row.projects),
      ),
      type: 'rightAligned',
    },
    sumColumn('need', i18n._(msg`Nhu cầu`), ({ need }) => need),
    sumColumn('allocated', i18n._(msg`Đã bố trí`), ({ allocated }) => allocated),
    shareColumn('needMet', i18n._(msg`Đáp ứng`), ({ allocated, need }) => [allocated, need]),
    {
      groupId: 'sources',
      headerName: i18n._(msg`Theo cấp nguồn`),
      children: sources.map((at) => {
        const source = FUNDING_SOURCES[at] as FundingSource
        return sumColumn(
          `source:${source}`,
          i18n._(SOURCE_LABELS[source]),
          (row) => row.bySource[at] ?? null,
        )
      }),
    },
    {
      groupId: 'programmes',
      headerName: i18n._(msg`Theo chương trình`),
      children: programmes.map((programme, at) =>
        sumColumn(
          `programme:${programme?.id ?? ''}`,
          programme?.name ?? i18n._(msg`Không thuộc chương trình`),
          (row) => row.byProgramme[at] ?? null,
        ),
      ),
    },
  ]
}

function rowName(row: CoverageRow, i18n: I18n): string {
  if (row.kind === 'total') return i18n._(msg`Cộng`)
  if (!row.task) return i18n._(msg`Dự án không thuộc nhiệm vụ nào`)
  return isUnfunded(row) ? `▲ ${row.task.name}` : row.task.name
}
