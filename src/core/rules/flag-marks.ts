import { type Severity, SEVERITIES } from './rule-code.ts'

const SEVERITY_BITS = 2

/** How many flags each severity has. */
export type SeverityCounts = Record<Severity, number>

/** No flags. */
export function noCounts(): SeverityCounts {
  return { error: 0, warning: 0, info: 0 }
}

/** How many flags a rule raises in each row of its subjects, and how serious: two bytes a row, whatever their number. */
export class FlagMarks {
  /** The flags marked, by severity. */
  readonly counts = noCounts()
  private readonly marks: Uint16Array

  constructor(rows: number) {
    this.marks = new Uint16Array(rows)
  }

  /** How many flags a row has. */
  countAt(row: number): number {
    return (this.marks[row] as number) >>> SEVERITY_BITS
  }

  /** How serious a marked row is. */
  severityAt(row: number): Severity {
    return SEVERITIES[(this.marks[row] as number) & 3] as Severity
  }

  /** Marks a row anew. */
  set(row: number, count: number, severity: Severity): void {
    const mark = count === 0 ? 0 : (count << SEVERITY_BITS) | SEVERITIES.indexOf(severity)
    if (mark === this.marks[row]) return
    const before = this.countAt(row)
    if (before > 0) this.counts[this.severityAt(row)] -= before
    if (count > 0) this.counts[severity] += count
    this.marks[row] = mark
  }
}
