import { i18n } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { ColDef, ColGroupDef } from 'ag-grid-community'
import type { FiscalYear } from '../../core/fiscal-year.ts'
import type { FundingLine } from '../../core/funding-line.ts'
import type { Unit } from '../../core/money.ts'
import type { PlanColumns } from '../plan/plan-columns.ts'
import type { MatrixLayout } from './layout/matrix-layout.ts'
import { LineHeader } from './line-header.ts'
import { type GivenSum, type MatrixRow, givenColumn } from './matrix-row.ts'
import { givenAt } from './matrix-values.ts'
import { moneyColumn, roomForTotals } from './money-column.ts'

const FIGURES = ['ceiling', 'allocated', 'remaining'] as const

/** Where years stand side by side: what each gives in all, and all of them together. */
export function yearColumns(
  columns: PlanColumns,
  unit: Unit,
  layout: MatrixLayout,
): ColGroupDef<MatrixRow>[] {
  if (!layout.isEveryYear) return []
  const years: (FiscalYear | null)[] = [...columns.years, null]
  return [
    {
      headerName: i18n._(msg`Cả giai đoạn`),
      marryChildren: true,
      children: years.map((year) => {
        const sum = { year, line: null }
        const room = roomForTotals(totalsOf(columns, sum), unit)
        return sumColumn(sum, layout.widths[givenColumn(sum)] ?? room)
      }),
    },
  ]
}

/** What all years give from one line. */
export function lineOfYears(
  line: FundingLine,
  band: number,
  columns: PlanColumns,
  unit: Unit,
): ColDef<MatrixRow> {
  const sum = { year: null, line: line.id }
  return {
    ...sumColumn(sum, roomForTotals(totalsOf(columns, sum), unit)),
    headerName: `${givenTitle(sum)} · ${line.code}`,
    headerClass: `line-header band-${band}`,
    headerComponentParams: { innerHeaderComponent: LineHeader, name: line.name },
    columnGroupShow: 'open',
  }
}

/** What a sum over years is called. */
export function givenTitle({ year }: GivenSum): string {
  return year === null ? i18n._(msg`Cộng các năm`) : String(year)
}

function sumColumn(sum: GivenSum, width: number): ColDef<MatrixRow> {
  return {
    ...moneyColumn(givenColumn(sum), givenTitle(sum), width),
    cellClass: ['sum-cell', 'ag-right-aligned-cell'],
    valueGetter: ({ data }) => givenAt(data, sum),
  }
}

/** The figures at the foot of such a column. */
function totalsOf(columns: PlanColumns, { year, line }: GivenSum): bigint[] {
  const years = year === null ? columns.years : [year]
  return FIGURES.map((name) =>
    years.reduce((sum, one) => {
      const of = line === null ? columns.totalsOf(one) : columns.sumsOfLine(line, one)
      return sum + (of?.[name] ?? 0n)
    }, 0n),
  )
}
