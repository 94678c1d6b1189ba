import type { FiscalYear } from './fiscal-year.ts'
import type { Money } from './money.ts'

/** The cell an allocation lives in: project × funding line × year. */
export interface Cell {
  readonly project: number
  readonly line: number
  readonly year: FiscalYear
}

/** Money a line gives a project in a year, whole đồng above zero; a held cell is left alone by every operation. */
export interface Allocation extends Cell {
  readonly amount: Money
  readonly note: string
  readonly isHeld: boolean
}

/** One cell's key in a map: `project:line:year`. */
export function cellKey(cell: Cell): string {
  return `${cell.project}:${cell.line}:${cell.year}`
}
