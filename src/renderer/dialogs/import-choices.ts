import type { ChosenTable, ImportRequest } from '../../contract/methods.ts'
import type {
  ImportUnit,
  NumberFormat,
  TableKind,
  TableMapping,
  TableReading,
} from '../../contract/tables.ts'

/** What a person settled about each table of an import. */
export type Mappings = Readonly<Partial<Record<TableKind, TableMapping>>>

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

/** The request these choices make: one table of each kind, the last chosen standing for its kind. */
export function toRequest(choices: ImportChoices): ImportRequest {
  const { tables, unit, numberFormat, mappings, leave } = choices
  const byKind: Partial<Record<TableKind, string>> = {}
  for (const { kind, token } of tables) if (kind) byKind[kind] = token
  return { tables: byKind, unit, numberFormat, mappings, leave }
}

/** How many kinds of table the choices hold. */
export function countReady(choices: ImportChoices): number {
  return Object.keys(toRequest(choices).tables).length
}

/** Whether a later table of the same kind stands for this one. */
export function isReplaced(table: ChosenTable, tables: readonly ChosenTable[]): boolean {
  return table.kind !== null && tables.findLast(({ kind }) => kind === table.kind) !== table
}

/** Settles more about one table; what was settled before stays. */
export function settleTable(
  choices: ImportChoices,
  kind: TableKind,
  settled: TableMapping,
): ImportChoices {
  const before = choices.mappings[kind]
  const columns = { ...before?.columns, ...settled.columns }
  const numberFormats = { ...before?.numberFormats, ...settled.numberFormats }
  const after: TableMapping = {
    ...before,
    ...settled,
    ...(Object.keys(columns).length > 0 ? { columns } : {}),
    ...(Object.keys(numberFormats).length > 0 ? { numberFormats } : {}),
  }
  return { ...choices, mappings: { ...choices.mappings, [kind]: after } }
}

/** Takes an entry, or leaves it as it stands. */
export function takeEntry(choices: ImportChoices, id: string, isTaken: boolean): ImportChoices {
  const others = choices.leave.filter((left) => left !== id)
  return { ...choices, leave: isTaken ? others : [...others, id] }
}

/** The mapping of a table as `import --mapping` reads it. */
export function mappingText(
  readings: readonly TableReading[],
  { mappings, leave }: ImportChoices,
): string {
  const tables = readings.map(({ kind, sheet, headerRow, headerRows, columns }) => {
    const told = Object.fromEntries(columns.map(({ letter, key }) => [letter, key]))
    const place = sheet === '' ? {} : { sheet }
    return [kind, { ...place, headerRow, headerRows, ...mappings[kind], columns: told }]
  })
  return JSON.stringify(
    { ...Object.fromEntries(tables), ...(leave.length > 0 ? { leave } : {}) },
    null,
    2,
  )
}
