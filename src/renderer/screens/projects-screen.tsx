import { Button } from '@fluentui/react-components'
import type { ColDef, ColGroupDef } from 'ag-grid-community'
import { type I18n } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useMemo } from 'react'
import { showDate } from '../../core/date-text.ts'
import type { Project } from '../../core/project.ts'
import { PlanTable } from '../matrix/plan-table.tsx'
import { amountColumn, shareColumn, textColumn } from '../matrix/table-columns.ts'
import { openEntry } from '../plan/entry-dialog-store.ts'
import type { PlanColumns } from '../plan/plan-columns.ts'
import { usePlan } from '../plan/plan-store.ts'
import { jumpToCell, useWindow } from '../plan/window-store.ts'
import { GROUP_LABELS, STAGE_LABELS } from '../wording/labels.ts'

/** Every project with its facts, needs and allocations, year by year. */
export function ProjectsScreen({ columns }: { columns: PlanColumns }) {
  const { i18n } = useLingui()
  const { unit, language } = useWindow()
  const revision = usePlan((state) => state.revision)
  // Unit, language and revision change what the cells print, which the grid reads through these columns.
  const definitions = useMemo(
    () => projectColumns(columns, i18n),
    [columns, i18n, unit, language, revision],
  )
  return (
    <section className="screen" data-testid="screen-projects">
      <div className="screen-head">
        <h2>
          <Trans>Dự án</Trans>
        </h2>
        <span className="is-faint">
          <Trans>
            {columns.projectIds.length} dự án · nhấn Enter để xem trong bảng phân bổ, F2 để sửa
          </Trans>
        </span>
        <Button
          size="small"
          onClick={() => openEntry({ kind: 'project', id: null })}
          data-testid="add-project"
        >
          <Trans>Thêm dự án…</Trans>
        </Button>
      </div>
      <PlanTable
        rows={columns.projects}
        columns={definitions}
        rowId={({ id }) => String(id)}
        onOpen={({ id }) => jumpToCell({ project: id, line: null, year: null })}
        onEdit={({ id }) => openEntry({ kind: 'project', id })}
        testId="table-projects"
      />
    </section>
  )
}

function projectColumns(
  columns: PlanColumns,
  i18n: I18n,
): (ColDef<Project> | ColGroupDef<Project>)[] {
  return [
    {
      ...textColumn<Project>('code', i18n._(msg`Mã dự án`), 84, ({ code }) => code),
      pinned: 'left',
    },
    {
      ...textColumn<Project>('name', i18n._(msg`Tên dự án`), 300, ({ name }) => name),
      pinned: 'left',
    },
    textColumn('place', i18n._(msg`Địa bàn`), 130, ({ place }) => place),
    textColumn('border', i18n._(msg`Biên giới`), 76, ({ isBorder }) =>
      isBorder ? i18n._(msg`có`) : '–',
    ),
    textColumn('sector', i18n._(msg`Lĩnh vực`), 130, ({ sector }) => sector),
    textColumn('group', i18n._(msg`Nhóm`), 80, ({ group }) => i18n._(GROUP_LABELS[group])),
    textColumn('stage', i18n._(msg`Giai đoạn`), 170, ({ stage }) => i18n._(STAGE_LABELS[stage])),
    textColumn('owner', i18n._(msg`Chủ đầu tư`), 170, ({ owner }) => owner),
    textColumn(
      'period',
      i18n._(msg`Thời gian`),
      96,
      ({ startYear, endYear }) => `${startYear ?? '…'}–${endYear ?? '…'}`,
    ),
    amountColumn(
      'totalInvestment',
      i18n._(msg`Tổng mức ĐT`),
      ({ totalInvestment }) => totalInvestment,
    ),
    amountColumn('fundedBefore', i18n._(msg`Lũy kế vốn`), ({ fundedBefore }) => fundedBefore),
    ...columns.years.map((year) => yearColumns(columns, year, i18n)),
    textColumn('decision', i18n._(msg`Quyết định đầu tư`), 180, ({ decision, decisionDate }) =>
      [decision, showDate(decisionDate)].filter(Boolean).join(', '),
    ),
  ]
}

function yearColumns(columns: PlanColumns, year: number, i18n: I18n): ColGroupDef<Project> {
  const read = (name: 'need' | 'allocated' | 'shortfall') => (project: Project) =>
    columns.sumsOfProject(project.id, year)[name]
  return {
    groupId: `year:${year}`,
    headerName: i18n._(msg`Năm ${year}`),
    children: [
      amountColumn(`need:${year}`, i18n._(msg`Nhu cầu`), read('need')),
      amountColumn(`allocated:${year}`, i18n._(msg`Đã bố trí`), read('allocated')),
      amountColumn(`shortfall:${year}`, i18n._(msg`Thiếu`), read('shortfall')),
      shareColumn(`needMet:${year}`, i18n._(msg`Đáp ứng`), ({ id }) => {
        const { allocated, need } = columns.sumsOfProject(id, year)
        return [allocated, need]
      }),
    ],
  }
}
