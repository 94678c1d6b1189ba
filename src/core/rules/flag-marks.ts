import { type Severity, SEVERITIES } from './rule-code.ts'

const SEVERITY_BITS = 2
const RANK_MASK = 3

/** How many flags each severity has. */
export type SeverityCounts = Record<Severity, number>

/** No flags. */
export function noCounts(): SeverityCounts {
  return { error: 0, warning: 0, info: 0 }
}

/** How many flags a rule raises in each row of its subjects, and how serious: two bytes a row, whatever their number. */
export class FlagMarks {
  private readonly totals = new Int32Array(SEVERITIES.length)
  private readonly marks: Uint16Array

  constructor(rows: number) {
    this.marks = new Uint16Array(rows)
  }

  /** The flags marked, by severity. */
  get counts(): SeverityCounts {
    const [error = 0, warning = 0, info = 0] = this.totals
    return { error, warning, info }
  }

  /** How many flags a row has. */
  countAt(row: number): number {
    return (this.marks[row] as number) >>> SEVERITY_BITS
  }

  /** How serious a marked row is. */
  severityAt(row: number): Severity {
    return SEVERITIES[(this.marks[row] as number) & RANK_MASK] as Severity
  }

  /** Marks a row anew. */
  set(row: number, count: number, severity: Severity): void {
    const rank = rankOf(severity)
    const mark = count === 0 ? 0 : (count << SEVERITY_BITS) | rank
    const before = this.marks[row] as number
    if (mark === before) return
    this.marks[row] = mark
    this.add(before & RANK_MASK, -(before >>> SEVERITY_BITS))
    this.add(rank, count)
  }

  private add(rank: number, count: number): void {
    this.totals[rank] = (this.totals[rank] as number) + count
  }
}

// A search through the list costs more than the rest of marking does.
function rankOf(severity: Severity): number {
  if (severity === 'error') return 0
  return severity === 'warning' ? 1 : 2
}
