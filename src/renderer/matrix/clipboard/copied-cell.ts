import { type Money, UNIT_DIGITS, type Unit } from '../../../core/money.ts'
import { formatMoney } from '../../../core/number-format.ts'
import { usePlan } from '../../plan/plan-store.ts'
import { bandLines } from '../../plan/programme-bands.ts'
import { useWindow } from '../../plan/window-store.ts'
import { entryText } from '../../wording/money-text.ts'
import { bandColumn, givenOfColumn, lineOfColumn, yearOfColumn } from '../matrix-row.ts'
import {
  allocatedAt,
  bandAmount,
  givenAt,
  lineAmount,
  needAt,
  programmesAt,
  projectAt,
  shownPlan,
} from '../matrix-values.ts'
import type { CellPoint } from '../range/grid-order.ts'
import { rowName } from '../row-name.ts'
import type { CopiedCell } from './write-table-text.ts'

/** The amount a point of the matrix shows, or null where it shows none. */
export function amountAtPoint({ row, column }: CellPoint): Money | null {
  const line = lineOfColumn(column)
  if (line !== null) return lineAmount({ id: row }, line, yearOfColumn(column))
  const given = givenOfColumn(column)
  if (given) return givenAt({ id: row }, given)
  if (column.startsWith('band:')) return bandAmount({ id: row }, linesOfBand(column))
  if (column === 'need') return needAt({ id: row })
  return column === 'allocated' ? allocatedAt({ id: row }) : null
}

/** A point of the matrix as it is copied: every decimal an amount has, nothing for an empty cell. */
export function copiedCell(point: CellPoint): CopiedCell {
  const { unit, language } = useWindow.getState()
  const amount = amountAtPoint(point)
  if (amount === 0n) return { text: '', figure: null }
  if (amount !== null)
    return { text: entryText(amount, unit, language), figure: plainFigure(amount, unit) }
  return { text: wordsAt(point), figure: null }
}

/** The lines a programme's sum is of. */
function linesOfBand(column: string): number[] {
  const { columns } = usePlan.getState()
  const bands = columns ? bandLines(columns.lines, columns.programmes) : []
  const band = bands.find(({ programme }) => bandColumn(programme?.id ?? null) === column)
  return (band?.lines ?? []).map(({ id }) => id)
}

function wordsAt({ row, column }: CellPoint): string {
  switch (column) {
    case 'code':
      return projectAt({ id: row })?.code ?? ''
    case 'name':
      return rowName({ id: row })
    case 'programmes':
      return String(programmesAt({ id: row }) ?? '')
    case 'flags':
      return typeof row === 'number' ? flagCountOf(row) : ''
    default:
      return ''
  }
}

/** Nothing while it is not known. */
function flagCountOf(project: number): string {
  const shown = shownPlan()
  return String(shown?.columns.flagsOfProject(project, shown.year)?.count ?? '')
}

function plainFigure(amount: Money, unit: Unit): string {
  return UNIT_DIGITS[unit] === 0
    ? String(amount)
    : formatMoney(amount, unit, 'en').replaceAll(',', '')
}
