import type { NumberFormat, NumberReading } from '../../contract/tables.ts'
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
  private readonly readings = new Map<string, NumberReading>()
  private readonly units = new Map<string, Unit>()
  private readonly told = new Set<string>()

  constructor(
    private readonly source: AmountSource,
    private readonly options: ImportOptions,
  ) {}

  /** The format of a column's numbers; null where they read two ways, which is reported once. */
  formatOf(key: string): SettledFormat | null {
    const known = this.readings.get(key)
    if (known) return known.format
    const reading = this.readFormat(key)
    this.readings.set(key, reading)
    return reading.format
  }

  /** How a column's numbers were read and why; null for a column nobody asked for. */
  readingOf(key: string): NumberReading | null {
    return this.readings.get(key) ?? null
  }

  /** The unit of a column: the person's word, else its heading's, else the table's note, else đồng. */
  unitOf(key: string): Unit {
    const known = this.units.get(key)
    if (known !== undefined) return known
    const unit = this.settleUnit(key)
    this.units.set(key, unit)
    return unit
  }

  private readFormat(key: string): NumberReading {
    const chosen = this.source.formatChosen(key) ?? this.options.numberFormat
    if (chosen !== 'auto') return { format: chosen, because: 'chosen', value: '', row: 0 }
    const written = this.source.rows.flatMap((row) => {
      const cell = this.source.cell(row, key)
      return typeof cell === 'string' && !isNoAmount(cell) ? [{ row, text: cell.trim() }] : []
    })
    if (written.length === 0) return { format: 'plain', because: 'number-cells', value: '', row: 0 }
    const inferred = inferFormat(written.map(({ text }) => text))
    const at = written.find(({ text }) => text === inferred.value)?.row ?? null
    if ('format' in inferred) return { ...inferred, row: at?.number ?? 0 }
    const { value, vi, en } = inferred
    this.source.report(at, key, {
      code: 'number-format-ambiguous',
      value,
      detail: { value, vi, en },
    })
    return { format: null, because: 'ambiguous', value, row: at?.number ?? 0 }
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
