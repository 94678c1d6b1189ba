import { GROUPINGS, type Grouping } from '../groups/group-projects.ts'

/** How a person likes the matrix: remembered on this computer, by codes, so that it fits the next workbook too. */
export interface MatrixLayout {
  readonly by: Grouping | null
  /** Every year side by side instead of the one chosen. */
  readonly isEveryYear: boolean
  /** Codes of the lines that are not shown. */
  readonly hidden: readonly string[]
  /** Codes of lines in the order they were moved to by hand, each within its programme. */
  readonly order: readonly string[]
  /** Codes of the programmes folded to their sum. */
  readonly folded: readonly string[]
  /** Widths drawn by hand, px, by the name of the column. */
  readonly widths: Readonly<Record<string, number>>
}

/** The matrix as it first is. */
export const FIRST_LAYOUT: MatrixLayout = {
  by: null,
  isEveryYear: false,
  hidden: [],
  order: [],
  folded: [],
  widths: {},
}

/** Reads a remembered layout; what is damaged or missing is as it first was. */
export function parseLayout(text: string | null): MatrixLayout {
  try {
    const read: unknown = JSON.parse(text ?? '{}')
    if (typeof read !== 'object' || read === null) return FIRST_LAYOUT
    const { by, isEveryYear, hidden, order, folded, widths } = read as Partial<MatrixLayout>
    return {
      by: GROUPINGS.find((one) => one === by) ?? null,
      isEveryYear: isEveryYear === true,
      hidden: texts(hidden),
      order: texts(order),
      folded: texts(folded),
      widths: sizes(widths),
    }
  } catch {
    return FIRST_LAYOUT
  }
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}

function sizes(value: unknown): Record<string, number> {
  if (typeof value !== 'object' || value === null) return {}
  const entries = Object.entries(value as Record<string, unknown>)
  return Object.fromEntries(
    entries.filter(
      (entry): entry is [string, number] =>
        typeof entry[1] === 'number' && entry[1] >= 20 && entry[1] <= 1000,
    ),
  )
}
