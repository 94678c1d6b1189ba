import { HyperFormula } from 'hyperformula'
import type { Cell } from '../../src/core/allocation.ts'
import type { Plan } from '../../src/core/plan.ts'

const LAST_ROW = 400_000

/** The plan as a sheet engine holds it: a row for each project and year, a column for each line, sums beside and below. */
export class SheetPeer {
  private readonly sheet: HyperFormula
  private readonly columns: ReadonlyMap<number, number>
  private readonly rows: ReadonlyMap<string, number>

  constructor(plan: Plan) {
    this.columns = new Map([...plan.lines.keys()].map((id, at) => [id, at]))
    const years = Array.from(
      { length: plan.settings.to - plan.settings.from + 1 },
      (_, at) => plan.settings.from + at,
    )
    const keys = [...plan.projects.keys()].flatMap((id) => years.map((year) => `${id}:${year}`))
    this.rows = new Map(keys.map((key, at) => [key, at]))
    this.sheet = HyperFormula.buildFromArray(this.cellsOf(plan), {
      licenseKey: 'gpl-v3',
      maxRows: LAST_ROW,
    })
  }

  /** The sum of everything, as the sheet's doubles have it. */
  get total(): number {
    const value = this.sheet.getCellValue({ sheet: 0, row: this.rows.size, col: this.columns.size })
    return Number(value)
  }

  /** Types an amount into a cell; its sums follow. */
  edit({ project, line, year }: Cell, amount: number): void {
    const row = this.rows.get(`${project}:${year}`) ?? 0
    this.sheet.setCellContents({ sheet: 0, row, col: this.columns.get(line) ?? 0 }, [[amount]])
  }

  /** Lets go of the sheet, which is large. */
  close(): void {
    this.sheet.destroy()
  }

  private cellsOf(plan: Plan): (number | string | null)[][] {
    const width = this.columns.size
    const cells = [...this.rows.values()].map((row): (number | string | null)[] => [
      ...Array.from({ length: width }, () => null),
      `=SUM(A${row + 1}:${columnName(width - 1)}${row + 1})`,
    ])
    for (const { project, line, year, amount } of plan.allocations) {
      const row = cells[this.rows.get(`${project}:${year}`) ?? -1]
      if (row) row[this.columns.get(line) ?? width] = Number(amount)
    }
    const last = this.rows.size
    const sums = Array.from({ length: width + 1 }, (_, at) => columnName(at))
    return [...cells, sums.map((column) => `=SUM(${column}1:${column}${last})`)]
  }
}

function columnName(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26))
  return at < 26 ? letter : columnName(Math.floor(at / 26) - 1) + letter
}
