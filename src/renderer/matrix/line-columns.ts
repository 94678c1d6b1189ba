import { i18n } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { ColDef, ColGroupDef } from 'ag-grid-community'
import type { FiscalYear } from '../../core/fiscal-year.ts'
import type { FundingLine } from '../../core/funding-line.ts'
import type { Money, Unit } from '../../core/money.ts'
import type { PlanColumns } from '../plan/plan-columns.ts'
import type { ProgrammeBand } from '../plan/programme-bands.ts'
import { CAPITAL_LABELS, CONDITION_LABELS, SOURCE_LABELS } from '../wording/labels.ts'
import { cellText, totalText } from './cell-text.ts'
import { lineOfYears } from './given-columns.ts'
import { isHeldAt } from './held-cells.ts'
import { arrangeBands } from './layout/line-order.ts'
import type { MatrixLayout } from './layout/matrix-layout.ts'
import { LineHeader } from './line-header.ts'
import { type MatrixRow, bandColumn, lineColumn } from './matrix-row.ts'
import { bandAmount, lineAmount, refusalAt } from './matrix-values.ts'
import { ENTRY, MONEY_CLASSES, moneyColumn, roomForTotals } from './money-column.ts'

type Column = ColDef<MatrixRow>

/** One column per line under its programme, or one per line and year; a folded programme shows its sum. */
export function lineColumns(
  columns: PlanColumns,
  unit: Unit,
  layout: MatrixLayout,
): ColGroupDef<MatrixRow>[] {
  const bands = arrangeBands(columns, layout.order).map((band) => ({
    ...band,
    lines: band.lines.filter(({ code }) => !layout.hidden.includes(code)),
  }))
  return bands
    .filter(({ lines }) => lines.length > 0)
    .map((band) => ({
      ...bandHeading(band, layout),
      children: [
        ...band.lines.flatMap((line) => columnsOfLine(line, band.band, { columns, unit, layout })),
        bandSum(band, { columns, unit, layout }),
      ],
    }))
}

/** What a programme is remembered by. */
function codeOfBand({ programme }: ProgrammeBand): string {
  return programme?.code ?? 'none'
}

interface Making {
  readonly columns: PlanColumns
  readonly unit: Unit
  readonly layout: MatrixLayout
}

function bandHeading(band: ProgrammeBand, { folded }: MatrixLayout): ColGroupDef<MatrixRow> {
  const name = band.programme?.name ?? i18n._(msg`Không thuộc chương trình`)
  return {
    groupId: `programme:${codeOfBand(band)}`,
    headerName: name,
    headerTooltip: name,
    headerClass: `band-header band-${band.band}`,
    marryChildren: true,
    openByDefault: !folded.includes(codeOfBand(band)),
    children: [],
  }
}

function bandSum(band: ProgrammeBand, { columns, unit }: Making): Column {
  const ids = band.lines.map(({ id }) => id)
  const totals = columns.years.flatMap((year) => {
    const sums = ids.map((id) => columns.sumsOfLine(id, year))
    return (['ceiling', 'allocated', 'remaining'] as const).map((name) =>
      sums.reduce((sum, of) => sum + of[name], 0n),
    )
  })
  return {
    ...moneyColumn(
      bandColumn(band.programme?.id ?? null),
      i18n._(msg`Cả chương trình`),
      roomForTotals(totals, unit),
    ),
    columnGroupShow: 'closed',
    headerClass: `line-header band-${band.band}`,
    valueGetter: ({ data }) => bandAmount(data, ids),
  }
}

function columnsOfLine(line: FundingLine, band: number, making: Making): Column[] {
  const { columns, unit, layout } = making
  if (!layout.isEveryYear) return [columnOfLine(line, band, null, making)]
  return [
    ...columns.years.map((year) => columnOfLine(line, band, year, making)),
    lineOfYears(line, band, columns, unit),
  ]
}

function columnOfLine(
  line: FundingLine,
  band: number,
  year: FiscalYear | null,
  { columns, unit, layout }: Making,
): Column {
  const colId = year === null ? lineColumn(line.id) : lineColumn(line.id, year)
  const totals = columns.years.flatMap((one) => {
    const { ceiling, allocated, remaining } = columns.sumsOfLine(line.id, one)
    return [ceiling, allocated, remaining]
  })
  const title = year === null ? line.code : `${year} · ${line.code}`
  return {
    ...moneyColumn(colId, title, layout.widths[line.code] ?? roomForTotals(totals, unit)),
    ...ENTRY,
    columnGroupShow: 'open',
    headerTooltip: lineTooltip(line),
    headerClass: `line-header band-${band}`,
    headerComponentParams: { innerHeaderComponent: LineHeader, name: line.name },
    valueGetter: ({ data }) => lineAmount(data, line.id, year),
    tooltip: ({ data }) => refusalTooltip(data, line.id),
    cellClassRules: {
      ...MONEY_CLASSES,
      'is-ineligible': ({ data }) => refusalAt(data, line.id) !== null,
      'is-held': ({ data }) => isHeldAt(data, line.id, year),
    },
    valueFormatter: ({ value, data }) =>
      data && typeof data.id === 'string'
        ? totalText(value)
        : cellText(value, isMisspent(value, data, line.id)),
  }
}

function isMisspent(
  value: Money | null | undefined,
  row: MatrixRow | undefined,
  line: number,
): boolean {
  return typeof value === 'bigint' && value > 0n && refusalAt(row, line) !== null
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
