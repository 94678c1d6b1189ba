import type { Problem, ProblemCode } from '../../contract/tables.ts'
import type { Severity } from '../../core/rules/rule-code.ts'

/** Where a problem is: `column` as the sheet shows it, letter and heading. */
export interface ProblemPlace {
  readonly file: string
  readonly sheet: string
  readonly row: number
  readonly column: string
}

/** What is wrong there. */
export interface ProblemFinding {
  readonly code: ProblemCode
  readonly severity?: Severity
  readonly value?: string
  readonly detail?: Problem['detail']
}

const LONGEST_VALUE = 200

/** Collects everything an import did not understand. */
export class ProblemList {
  readonly problems: Problem[] = []
  private readonly seen = new Set<string>()

  /** Whether any problem stops the import. */
  get hasErrors(): boolean {
    return this.problems.some(({ severity }) => severity === 'error')
  }

  /** Notes a problem; an error unless it says otherwise. */
  add(
    place: ProblemPlace,
    { code, severity = 'error', value = '', detail = {} }: ProblemFinding,
  ): void {
    // A cell that is read twice is still one problem.
    const key = JSON.stringify([place.file, place.sheet, place.row, place.column, code, value])
    if (this.seen.has(key)) return
    this.seen.add(key)
    this.problems.push({ ...place, code, severity, value: value.slice(0, LONGEST_VALUE), detail })
  }
}
