import type { NumberFormat } from '../../contract/tables.ts'
import type { Unit } from '../../core/money.ts'
import { UNIT_NAMES } from '../../core/wording.ts'
import { isNoAmount } from './amount-cell.ts'
import type { ImportOptions } from './import-table.ts'
import { type SettledFormat, inferFormat } from './number-format.ts'
import type { ProblemFinding } from './problem-list.ts'
import type { TableCell, TableRow } from './sheet-table.ts'
import { type UnitNote, unitInHeading } from './unit-note.ts'

/** What a table lets one see of its amount columns, and where it hears of doubts. */
export interface AmountSource {
  /** The note above the header that says the unit of the whole table. */
  readonly note: UnitNote | null
  readonly rows: readonly TableRow[]
  cell(row: TableRow, key: string): TableCell
  heading(key: string): string
  /** The format the person settled for this column alone. */
  formatChosen(key: string): NumberFormat | undefined
  report(row: TableRow | null, key: string, finding: ProblemFinding): void
}

/** How each amount column is written and in which unit: settled once per column, from that column alone. */
export class AmountColumns {
  private readonly formats = new Map<string, SettledFormat | null>()
  private readonly units = new Map<string, Unit>()
  private readonly told = new Set<string>()

  constructor(
    private readonly source: AmountSource,
    private readonly options: ImportOptions,
  ) {}

  /** The format of a column's numbers; null where they read two ways, which is reported once. */
  formatOf(key: string): SettledFormat | null {
    const known = this.formats.get(key)
    if (known !== undefined) return known
    const format = this.settleFormat(key)
    this.formats.set(key, format)
    return format
  }

  /** The unit of a column: the person's word, else its heading's, else the table's note, else đồng. */
  unitOf(key: string): Unit {
    const known = this.units.get(key)
    if (known !== undefined) return known
    const unit = this.settleUnit(key)
    this.units.set(key, unit)
    return unit
  }

  private settleFormat(key: string): SettledFormat | null {
    const chosen = this.source.formatChosen(key) ?? this.options.numberFormat
    if (chosen !== 'auto') return chosen
    const written = this.source.rows.flatMap((row) => {
      const cell = this.source.cell(row, key)
      return typeof cell === 'string' && !isNoAmount(cell) ? [{ row, text: cell.trim() }] : []
    })
    const inferred = inferFormat(written.map(({ text }) => text))
    if ('format' in inferred) return inferred.format
    const at = written.find(({ text }) => text === inferred.value)?.row ?? null
    const { value, vi, en } = inferred
    this.source.report(at, key, {
      code: 'number-format-ambiguous',
      value,
      detail: { value, vi, en },
    })
    return null
  }

  private settleUnit(key: string): Unit {
    const inHeading = unitInHeading(this.source.heading(key))
    const noted = inHeading ?? this.source.note
    const { unit } = this.options
    if (unit === 'auto') {
      if (noted) this.tell(inHeading ? key : '', { code: 'unit-noted', severity: 'info' }, noted)
      return noted?.unit ?? 'dong'
    }
    if (noted && noted.unit !== unit) {
      const { vi: chosenVi, en: chosenEn } = UNIT_NAMES[unit]
      const detail = { chosenVi, chosenEn }
      const finding = { code: 'unit-contradicted', severity: 'warning', detail } as const
      this.tell(inHeading ? key : '', finding, noted)
    }
    return unit
  }

  /** A note about the whole table is told once, not once per column. */
  private tell(key: string, finding: ProblemFinding, { text }: UnitNote): void {
    if (this.told.has(key)) return
    this.told.add(key)
    this.source.report(null, key, { ...finding, value: text })
  }
}
