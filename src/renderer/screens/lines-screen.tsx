import { Button } from '@fluentui/react-components'
import type { ColDef, ColGroupDef } from 'ag-grid-community'
import { type I18n } from '@lingui/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { msg } from '@lingui/core/macro'
import { useMemo } from 'react'
import type { FundingLine } from '../../core/funding-line.ts'
import { PlanTable } from '../matrix/plan-table.tsx'
import { amountColumn, shareColumn, textColumn } from '../matrix/table-columns.ts'
import { openEntry } from '../plan/entry-dialog-store.ts'
import type { PlanColumns } from '../plan/plan-columns.ts'
import { usePlan } from '../plan/plan-store.ts'
import { jumpToCell, useWindow } from '../plan/window-store.ts'
import { CAPITAL_LABELS, GROUP_LABELS, SOURCE_LABELS } from '../wording/labels.ts'

/** Every funding line with its ceilings and what remains of them, year by year. */
export function LinesScreen({ columns }: { columns: PlanColumns }) {
  const { i18n } = useLingui()
  const { unit, language } = useWindow()
  const revision = usePlan((state) => state.revision)
  // Unit, language and revision change what the cells print, which the grid reads through these columns.
  const definitions = useMemo(
    () => lineColumns(columns, i18n),
    [columns, i18n, unit, language, revision],
  )
  return (
    <section className="screen" data-testid="screen-lines">
      <div className="screen-head">
        <h2>
          <Trans>Nguồn vốn</Trans>
        </h2>
        <span className="is-faint">
          <Trans>
            {columns.lines.length} nguồn · nhấn Enter để xem trong bảng phân bổ, F2 để sửa
          </Trans>
        </span>
        <Button
          size="small"
          onClick={() => openEntry({ kind: 'line', id: null })}
          data-testid="add-line"
        >
          <Trans>Thêm nguồn vốn…</Trans>
        </Button>
      </div>
      <PlanTable
        rows={columns.lines}
        columns={definitions}
        rowId={({ id }) => String(id)}
        onOpen={({ id }) => jumpToCell({ project: null, line: id, year: null })}
        onEdit={({ id }) => openEntry({ kind: 'line', id })}
        testId="table-lines"
      />
    </section>
  )
}

function lineColumns(
  columns: PlanColumns,
  i18n: I18n,
): (ColDef<FundingLine> | ColGroupDef<FundingLine>)[] {
  return [
    {
      ...textColumn<FundingLine>('code', i18n._(msg`Mã nguồn`), 110, ({ code }) => code),
      pinned: 'left',
    },
    {
      ...textColumn<FundingLine>('name', i18n._(msg`Tên nguồn vốn`), 280, ({ name }) => name),
      pinned: 'left',
    },
    textColumn('programme', i18n._(msg`Chương trình`), 200, ({ programme }) =>
      programme === null ? '' : (columns.programmes.get(programme)?.name ?? ''),
    ),
    textColumn('source', i18n._(msg`Cấp nguồn`), 150, ({ source }) =>
      i18n._(SOURCE_LABELS[source]),
    ),
    textColumn('capital', i18n._(msg`Loại vốn`), 120, ({ capitalType }) =>
      i18n._(CAPITAL_LABELS[capitalType]),
    ),
    ...columns.years.map((year) => yearColumns(columns, year, i18n)),
    textColumn('validUntil', i18n._(msg`Hạn sử dụng`), 90, ({ validUntil }) =>
      validUntil === null ? '' : String(validUntil),
    ),
    textColumn('eligibility', i18n._(msg`Điều kiện chi`), 220, (line) =>
      eligibilityText(line, i18n),
    ),
    textColumn('basis', i18n._(msg`Căn cứ pháp lý`), 260, ({ basis }) => basis),
  ]
}

function yearColumns(columns: PlanColumns, year: number, i18n: I18n): ColGroupDef<FundingLine> {
  const read = (name: 'ceiling' | 'reserve' | 'allocated' | 'remaining') => (line: FundingLine) =>
    columns.sumsOfLine(line.id, year)[name]
  return {
    groupId: `year:${year}`,
    headerName: i18n._(msg`Năm ${year}`),
    children: [
      amountColumn(`ceiling:${year}`, i18n._(msg`Trần`), read('ceiling')),
      amountColumn(`reserve:${year}`, i18n._(msg`Dự phòng`), read('reserve')),
      amountColumn(`allocated:${year}`, i18n._(msg`Đã bố trí`), read('allocated')),
      amountColumn(`remaining:${year}`, i18n._(msg`Còn lại`), read('remaining')),
      shareColumn(`ceilingUsed:${year}`, i18n._(msg`Bố trí/trần`), ({ id }) => {
        const { allocated, ceiling } = columns.sumsOfLine(id, year)
        return [allocated, ceiling]
      }),
    ],
  }
}

function eligibilityText({ eligibility }: FundingLine, i18n: I18n): string {
  const { borderOnly, sectors, places, groups } = eligibility
  return [
    borderOnly ? i18n._(msg`chỉ xã biên giới`) : '',
    sectors.join(', '),
    places.join(', '),
    groups.map((group) => i18n._(GROUP_LABELS[group])).join(', '),
  ]
    .filter(Boolean)
    .join(' · ')
}
