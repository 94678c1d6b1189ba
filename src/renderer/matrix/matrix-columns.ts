import { i18n } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { CellClassRules, ColDef, ColGroupDef } from 'ag-grid-community'
import type { FundingLine } from '../../core/funding-line.ts'
import type { Money, Unit } from '../../core/money.ts'
import { percentBelow } from '../../core/percent.ts'
import { type ProgrammeBand, bandLines } from '../plan/programme-bands.ts'
import type { PlanColumns } from '../plan/plan-columns.ts'
import { CAPITAL_LABELS, CONDITION_LABELS, SOURCE_LABELS } from '../wording/labels.ts'
import { AmountEditor } from './amount-editor.ts'
import { cellText } from './cell-text.ts'
import { CoverageCell } from './coverage-cell.ts'
import { FlagCell } from './flag-cell.ts'
import { FlagTip } from './flag-tip.ts'
import { LineHeader } from './line-header.ts'
import { isHeldAt, isTotalHeldAt } from './held-cells.ts'
import { type MatrixRow, isTotalsRow, lineColumn } from './matrix-row.ts'
import {
  allocatedAt,
  flagsAt,
  lineAmount,
  needAt,
  programmesAt,
  projectAt,
  refusalAt,
} from './matrix-values.ts'
import { ROW_HEADER } from './range/read-order.ts'
import { rowName } from './row-name.ts'
import { openForComposition } from './use-amount-entry.ts'

type Column = ColDef<MatrixRow>

/** The columns whose values an edit of their row moves. */
export const SUM_COLUMNS = ['need', 'allocated', 'coverage', 'programmes', 'flags']

/** From this width on, px, names get more room. */
const WIDE_WINDOW = 1600

/** Room for an amount in each unit, px: đồng need the most figures. */
const AMOUNT_WIDTH: Readonly<Record<Unit, number>> = {
  dong: 128,
  thousand: 112,
  million: 100,
  billion: 96,
}

/** The matrix's columns: projects' own pinned left, then one per line under its programme. */
export function matrixColumns(
  columns: PlanColumns,
  unit: Unit,
): (Column | ColGroupDef<MatrixRow>)[] {
  const width = AMOUNT_WIDTH[unit]
  const bands = bandLines(columns.lines, columns.programmes)
  return [
    { headerName: i18n._(msg`Dự án`), children: [...projectColumns(), ...sumColumns(width)] },
    ...bands.map((band) => bandColumns(band, width)),
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
      valueGetter: ({ data }) => rowName(data),
      tooltip: ({ data }) => projectTooltip(data),
    },
  ]
}

function sumColumns(width: number): Column[] {
  return [
    {
      ...moneyColumn('need', i18n._(msg`Nhu cầu`), width),
      valueGetter: ({ data }) => needAt(data),
    },
    {
      ...moneyColumn('allocated', i18n._(msg`Đã bố trí`), width),
      ...ENTRY,
      cellClassRules: { ...MONEY_CLASSES, 'is-held': ({ data }) => isTotalHeldAt(data) },
      valueGetter: ({ data }) => allocatedAt(data),
    },
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

function bandColumns(
  { programme, band, lines }: ProgrammeBand,
  width: number,
): ColGroupDef<MatrixRow> {
  const name = programme?.name ?? i18n._(msg`Không thuộc chương trình`)
  return {
    groupId: `programme:${programme?.id ?? 'none'}`,
    headerName: name,
    headerTooltip: name,
    headerClass: `band-header band-${band}`,
    marryChildren: true,
    children: lines.map((line) => lineColumnDef(line, band, width)),
  }
}

function lineColumnDef(line: FundingLine, band: number, width: number): Column {
  return {
    ...moneyColumn(lineColumn(line.id), line.code, width),
    pinned: null,
    headerTooltip: lineTooltip(line),
    headerClass: `line-header band-${band}`,
    headerComponentParams: { innerHeaderComponent: LineHeader, name: line.name },
    valueGetter: ({ data }) => lineAmount(data, line.id),
    ...ENTRY,
    tooltip: ({ data }) => refusalTooltip(data, line.id),
    cellClassRules: {
      ...MONEY_CLASSES,
      'is-ineligible': ({ data }) => refusalAt(data, line.id) !== null,
      'is-held': ({ data }) => isHeldAt(data, line.id),
    },
    valueFormatter: ({ value, data }) => cellText(value, isMisspent(value, data, line.id)),
  }
}

/** Amounts that take an entry, and totals that are spread from one. */
const ENTRY: Column = {
  editable: ({ data }) => data !== undefined && !isTotalsRow(data.id),
  cellEditor: AmountEditor,
  suppressKeyboardEvent: openForComposition,
}

const MONEY_CLASSES: CellClassRules<MatrixRow> = {
  'is-zero': ({ value }) => value === 0n,
  'is-negative': ({ value }) => typeof value === 'bigint' && value < 0n,
}

function moneyColumn(colId: string, headerName: string, width: number): Column {
  return {
    colId,
    headerName,
    pinned: 'left',
    width,
    type: 'rightAligned',
    comparator: compareAmounts,
    cellClassRules: MONEY_CLASSES,
    valueFormatter: ({ value }) => cellText(value),
  }
}

function isMisspent(
  value: Money | null | undefined,
  row: MatrixRow | undefined,
  line: number,
): boolean {
  return typeof value === 'bigint' && value > 0n && refusalAt(row, line) !== null
}

function compareAmounts(a: Money | null, b: Money | null): number {
  const [one, other] = [a ?? 0n, b ?? 0n]
  return one < other ? -1 : Number(one > other)
}

function coverageAt(row: MatrixRow | undefined): string | null {
  const [need, allocated] = [needAt(row), allocatedAt(row)]
  return need === null || allocated === null || need === 0n ? null : percentBelow(allocated, need)
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

function refusalTooltip(row: MatrixRow | undefined, line: number): string | undefined {
  const condition = refusalAt(row, line)
  return condition ? i18n._(CONDITION_LABELS[condition]) : undefined
}

function lineTooltip(line: FundingLine): string {
  const kind = [i18n._(SOURCE_LABELS[line.source]), i18n._(CAPITAL_LABELS[line.capitalType])].join(
    ' · ',
  )
  return [`${line.code} — ${line.name}`, kind, line.basis].filter(Boolean).join('\n')
}
