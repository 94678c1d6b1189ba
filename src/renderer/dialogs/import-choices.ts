import type { ChosenTable, ImportRequest, RequestedTable } from '../../contract/methods.ts'
import type {
  ImportUnit,
  NumberFormat,
  TableKind,
  TableMapping,
  TableReading,
} from '../../contract/tables.ts'

/** What a person settled about each table of an import, by `tableKey`. */
export type Mappings = Readonly<Record<string, TableMapping>>

/** What tells one table of an import from another. */
export type TablePlace = Pick<TableReading, 'kind' | 'file' | 'sheet'>

/** A table's key among the others. */
export function tableKey({ kind, file, sheet }: TablePlace): string {
  return JSON.stringify([kind, file, sheet])
}

/** What the person chose in the import dialog so far. */
export interface ImportChoices {
  readonly tables: readonly ChosenTable[]
  readonly unit: ImportUnit
  readonly numberFormat: NumberFormat
  readonly mappings: Mappings
  /** Ids of the entries left as they stand. */
  readonly leave: readonly string[]
}

/** Nothing chosen yet. */
export const NO_CHOICES: ImportChoices = {
  tables: [],
  unit: 'auto',
  numberFormat: 'auto',
  mappings: {},
  leave: [],
}

/** The request these choices make: every sheet of projects and of allocations, else the last chosen of a kind. */
export function toRequest(choices: ImportChoices): ImportRequest {
  const { tables, unit, numberFormat, mappings, leave } = choices
  const requested = tables.flatMap((table): RequestedTable[] => {
    const { kind, token, name: file, sheet } = table
    if (kind === null || isReplaced(table, tables)) return []
    const mapping = mappings[tableKey({ kind, file, sheet })]
    return [{ kind, token, ...(mapping ? { mapping } : {}) }]
  })
  return { tables: requested, unit, numberFormat, leave }
}

/** How many tables would be read. */
export function countReady(choices: ImportChoices): number {
  return toRequest(choices).tables.length
}

/** What annexes list may go on over several sheets and files. */
const SEVERAL: ReadonlySet<TableKind> = new Set(['projects', 'allocations'])

/** Whether a later table stands for this one: the same sheet chosen again, or another of a kind that is one table. */
export function isReplaced(table: ChosenTable, tables: readonly ChosenTable[]): boolean {
  const { kind, name, sheet } = table
  if (kind === null) return false
  const rivals = tables.filter(
    (other) =>
      other.kind === kind && (!SEVERAL.has(kind) || (other.name === name && other.sheet === sheet)),
  )
  return rivals.at(-1) !== table
}

/** Settles more about one table; what was settled before stays. */
export function settleTable(
  choices: ImportChoices,
  place: TablePlace,
  settled: TableMapping,
): ImportChoices {
  const key = tableKey(place)
  const before = choices.mappings[key]
  const columns = { ...before?.columns, ...settled.columns }
  const numberFormats = { ...before?.numberFormats, ...settled.numberFormats }
  const after: TableMapping = {
    ...before,
    ...settled,
    ...(Object.keys(columns).length > 0 ? { columns } : {}),
    ...(Object.keys(numberFormats).length > 0 ? { numberFormats } : {}),
  }
  return { ...choices, mappings: { ...choices.mappings, [key]: after } }
}

/** Settles the same about every sheet of the same headings and year, for an office's sheets are mostly alike; where a heading stands is each sheet's own. */
export function settleAlike(
  choices: ImportChoices,
  readings: readonly TableReading[],
  place: TablePlace,
  settled: TableMapping,
): ImportChoices {
  const own = readings.find((reading) => tableKey(reading) === tableKey(place))
  const alike = readings.filter((reading) => own && reading !== own && isAlike(reading, own))
  const { headerRow: _top, headerRows: _count, ...shared } = settled
  const spread = Object.keys(shared).length === 0 ? [] : alike
  return spread.reduce(
    (sum, reading) => settleTable(sum, reading, shared),
    settleTable(choices, place, settled),
  )
}

function isAlike(a: TableReading, b: TableReading): boolean {
  const headingsOf = ({ columns }: TableReading) => columns.map(({ heading }) => heading).join('|')
  return a.kind === b.kind && a.year === b.year && headingsOf(a) === headingsOf(b)
}

/** Takes an entry, or leaves it as it stands. */
export function takeEntry(choices: ImportChoices, id: string, isTaken: boolean): ImportChoices {
  const others = choices.leave.filter((left) => left !== id)
  return { ...choices, leave: isTaken ? others : [...others, id] }
}

/** The mappings of all tables as `import --mapping` reads them; a kind on several sheets has a list. */
export function mappingText(
  readings: readonly TableReading[],
  { mappings, leave }: ImportChoices,
): string {
  const kinds = [...new Set(readings.map(({ kind }) => kind))]
  const tables = kinds.map((kind) => {
    const told = readings
      .filter((reading) => reading.kind === kind)
      .map((reading) => mappingOf(reading, mappings[tableKey(reading)]))
    return [kind, told.length === 1 ? told[0] : told]
  })
  return JSON.stringify(
    { ...Object.fromEntries(tables), ...(leave.length > 0 ? { leave } : {}) },
    null,
    2,
  )
}

function mappingOf(
  { sheet, headerRow, headerRows, columns }: TableReading,
  settled: TableMapping | undefined,
): TableMapping {
  const told = Object.fromEntries(columns.map(({ letter, key }) => [letter, key]))
  const place = sheet === '' ? {} : { sheet }
  return { ...place, headerRow, headerRows, ...settled, columns: told }
}
