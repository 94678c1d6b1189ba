import { i18n } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { ColDef, ColGroupDef } from 'ag-grid-community'
import type { Unit } from '../../core/money.ts'
import { shareText } from '../../core/share-text.ts'
import type { PlanColumns } from '../plan/plan-columns.ts'
import { CoverageCell } from './coverage-cell.ts'
import { FlagCell } from './flag-cell.ts'
import { FlagTip } from './flag-tip.ts'
import { yearColumns } from './given-columns.ts'
import { isTotalHeldAt } from './held-cells.ts'
import type { MatrixLayout } from './layout/matrix-layout.ts'
import { lineColumns } from './line-columns.ts'
import type { MatrixRow } from './matrix-row.ts'
import { allocatedAt, flagsAt, needAt, programmesAt, projectAt } from './matrix-values.ts'
import { AMOUNT_WIDTH, ENTRY, MONEY_CLASSES, moneyColumn, roomForTotals } from './money-column.ts'
import { ROW_HEADER } from './range/read-order.ts'
import { rowName } from './row-name.ts'

type Column = ColDef<MatrixRow>

/** The columns whose values an edit of their row moves. */
export const SUM_COLUMNS = ['need', 'allocated', 'coverage', 'programmes', 'flags']

/** From this width on, px, names get more room. */
const WIDE_WINDOW = 1600

/** The matrix's columns: projects' own pinned left, then the lines' under their programmes. */
export function matrixColumns(
  columns: PlanColumns,
  unit: Unit,
  layout: MatrixLayout,
): (Column | ColGroupDef<MatrixRow>)[] {
  return [
    {
      headerName: i18n._(msg`Dự án`),
      children: [...projectColumns(), ...sumColumns(columns, unit), ...judgedColumns()].map(
        (column) => ({
          ...column,
          width: layout.widths[column.colId ?? ''] ?? column.width ?? AMOUNT_WIDTH[unit],
        }),
      ),
    },
    ...yearColumns(columns, unit, layout),
    ...lineColumns(columns, unit, layout),
  ]
}

function projectColumns(): Column[] {
  return [
    {
      colId: ROW_HEADER,
      headerName: '#',
      headerTooltip: i18n._(msg`Bấm số thứ tự để chọn cả dòng`),
      pinned: 'left',
      width: 38,
      sortable: false,
      resizable: false,
      cellClass: 'row-header',
      valueGetter: ({ node }) => (node?.rowPinned ? '' : (node?.rowIndex ?? 0) + 1),
    },
    {
      colId: 'code',
      headerName: i18n._(msg`Mã dự án`),
      pinned: 'left',
      width: 76,
      valueGetter: ({ data }) => projectAt(data)?.code ?? '',
    },
    {
      colId: 'name',
      headerName: i18n._(msg`Tên dự án`),
      pinned: 'left',
      width: window.innerWidth >= WIDE_WINDOW ? 290 : 206,
      cellClass: 'name-cell',
      valueGetter: ({ data }) => rowName(data),
      tooltip: ({ data }) => projectTooltip(data),
    },
  ]
}

function sumColumns(columns: PlanColumns, unit: Unit): Column[] {
  const totals = columns.years.map((year) => columns.totalsOf(year))
  const needs = totals.map((total) => total?.need ?? 0n)
  const given = totals.flatMap((total) =>
    total ? [total.ceiling, total.allocated, total.remaining] : [],
  )
  return [
    {
      ...moneyColumn('need', i18n._(msg`Nhu cầu`), roomForTotals(needs, unit)),
      pinned: 'left',
      valueGetter: ({ data }) => needAt(data),
    },
    {
      ...moneyColumn('allocated', i18n._(msg`Đã bố trí`), roomForTotals(given, unit)),
      pinned: 'left',
      ...ENTRY,
      cellClassRules: { ...MONEY_CLASSES, 'is-held': ({ data }) => isTotalHeldAt(data) },
      valueGetter: ({ data }) => allocatedAt(data),
    },
  ]
}

function judgedColumns(): Column[] {
  return [
    {
      colId: 'coverage',
      headerName: i18n._(msg`Đáp ứng`),
      headerTooltip: i18n._(msg`Đã bố trí so với nhu cầu của năm`),
      pinned: 'left',
      width: 86,
      valueGetter: ({ data }) => coverageAt(data),
      comparator: (_a, _b, one, other) => compareCoverage(one.data, other.data),
      cellRenderer: CoverageCell,
    },
    {
      colId: 'programmes',
      headerName: i18n._(msg`CT`),
      headerTooltip: i18n._(msg`Số chương trình mục tiêu cùng chi trong năm`),
      pinned: 'left',
      width: 48,
      type: 'rightAligned',
      valueGetter: ({ data }) => programmesAt(data),
      valueFormatter: ({ value }) => (value === 0 ? '–' : String(value ?? '')),
      cellClassRules: { 'is-zero': ({ value }) => value === 0 },
    },
    {
      colId: 'flags',
      headerName: i18n._(msg`CB`),
      headerTooltip: i18n._(msg`Cảnh báo của dự án trong năm`),
      pinned: 'left',
      width: 50,
      // The grid paints a cell anew only where its value changes, so the value tells all that is painted.
      valueGetter: ({ data }) => Object.values(flagsAt(data)).join(' '),
      comparator: (_a, _b, one, other) => flagsAt(one.data).count - flagsAt(other.data).count,
      cellRenderer: FlagCell,
      // The text is the sign that there is something to tell; the tip asks the engine for the sentences.
      tooltip: ({ data }) => (flagsAt(data).count > 0 ? String(data?.id) : undefined),
      tooltipComponent: FlagTip,
    },
  ]
}

function coverageAt(row: MatrixRow | undefined): string | null {
  const [need, allocated] = [needAt(row), allocatedAt(row)]
  return need === null || allocated === null || need === 0n ? null : shareText(allocated, need)
}

function compareCoverage(one: MatrixRow | undefined, other: MatrixRow | undefined): number {
  const left = (allocatedAt(one) ?? 0n) * (needAt(other) || 1n)
  const right = (allocatedAt(other) ?? 0n) * (needAt(one) || 1n)
  return left < right ? -1 : Number(left > right)
}

function projectTooltip(row: MatrixRow | undefined): string | undefined {
  const project = projectAt(row)
  return project && [project.name, project.place].filter(Boolean).join('\n')
}
