import { TABLE_KINDS, type TableKind } from '../../contract/tables.ts'
import { foldHeading } from './fold-heading.ts'
import { HEADINGS, NOTE_HEADINGS } from './headings.ts'
import { type TableCell, cellText } from './sheet-table.ts'

/** Where a table's columns are, and which headings were not understood. */
export interface ColumnMap {
  /** Column index from 0 by key; needs are keyed `need_2026`. */
  readonly columns: ReadonlyMap<string, number>
  readonly unknown: readonly number[]
  readonly duplicates: readonly number[]
  /** Columns of allocations whose line nothing tells. */
  readonly unclear?: readonly number[]
}

/** Columns that tell one table from another: all of `needed` and one of `telling`. */
const SIGNATURES: readonly {
  kind: TableKind
  needed: readonly string[]
  telling: readonly string[]
}[] = [
  { kind: 'plan', needed: ['title'], telling: ['from', 'to'] },
  { kind: 'holds', needed: ['scope', 'year'], telling: ['project', 'line'] },
  { kind: 'waivers', needed: ['rule', 'subject'], telling: ['reason', 'by'] },
  { kind: 'policy', needed: ['key', 'value'], telling: ['source', 'by', 'reason'] },
  { kind: 'allocations', needed: ['project', 'line'], telling: ['year', 'amount'] },
  {
    kind: 'lines',
    needed: ['code'],
    telling: ['ceiling', 'reserve', 'valid_until', 'border_only', 'source'],
  },
  { kind: 'tasks', needed: ['code', 'name'], telling: ['basis'] },
  { kind: 'programmes', needed: ['code', 'name'], telling: ['kind', 'parent'] },
  {
    kind: 'projects',
    needed: ['name'],
    telling: [
      'place',
      'group',
      'stage',
      'total_investment',
      'funded_before',
      'region',
      'task',
      'sector',
      'need',
    ],
  },
]

const SYNONYMS = new Map(TABLE_KINDS.map((kind) => [kind, synonymsOf(kind)]))

/** The key of a column's heading in a table, or null for one we do not know. */
export function columnKey(kind: TableKind, heading: string): string | null {
  const folded = foldHeading(heading)
  if (kind === 'projects') {
    const need = /^(?:need|nhu cau|nhu cau von|nhu cau nam|nhu cau von nam) (\d{4})$/.exec(folded)
    if (need) return `need_${need[1]}`
  }
  return SYNONYMS.get(kind)?.get(folded) ?? null
}

/** Finds a table's columns by their headings. */
export function mapColumns(kind: TableKind, header: readonly TableCell[]): ColumnMap {
  const columns = new Map<string, number>()
  const unknown: number[] = []
  const duplicates: number[] = []
  header.forEach((cell, index) => {
    const heading = cellText(cell)
    const key = columnKey(kind, heading)
    if (key === null) {
      if (heading.trim() !== '' && !NOTE_HEADINGS.has(foldHeading(heading))) unknown.push(index)
    } else if (columns.has(key)) duplicates.push(index)
    else columns.set(key, index)
  })
  return { columns, unknown, duplicates }
}

/** Which plain table a header row belongs to, or null where it says nothing we know. */
export function recogniseTable(header: readonly TableCell[]): TableKind | null {
  let [best, most]: [TableKind | null, number] = [null, 0]
  for (const { kind, needed, telling } of SIGNATURES) {
    const { columns } = mapColumns(kind, header)
    const keys = new Set([...columns.keys()].map((key) => key.replace(/^need_\d{4}$/, 'need')))
    const isLike = needed.every((key) => keys.has(key)) && telling.some((key) => keys.has(key))
    if (isLike && columns.size > most) [best, most] = [kind, columns.size]
  }
  return best
}

/** How many cells of a row are headings of the table they fit best. */
export function countKnownColumns(header: readonly TableCell[]): number {
  return Math.max(...TABLE_KINDS.map((kind) => mapColumns(kind, header).columns.size))
}

function synonymsOf(kind: TableKind): ReadonlyMap<string, string> {
  const synonyms = new Map<string, string>()
  for (const [key, headings] of Object.entries(HEADINGS[kind])) {
    for (const heading of [foldHeading(key), ...headings]) synonyms.set(heading, key)
  }
  return synonyms
}
