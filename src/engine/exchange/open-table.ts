import type { ColumnReading, TableKind, TableReading } from '../../contract/tables.ts'
import { isAmountKey } from './amount-key.ts'
import { type AnnexLayout, layOutAnnex } from './annex-layout.ts'
import type { StatedSum } from './annex-rows.ts'
import { columnLetter } from './column-letter.ts'
import { type ColumnMap, mapColumns } from './column-map.ts'
import type { ImportDraft } from './import-draft.ts'
import type { ImportOptions, ImportTable } from './import-table.ts'
import { cellText } from './sheet-table.ts'
import { TableReader } from './table-reader.ts'

/** A table ready to be imported, and the sums it states. */
export interface OpenedTable {
  readonly reader: TableReader
  readonly sums: readonly StatedSum[]
  /** How the table was read, once it has been. */
  describe(): TableReading
}

/** Finds out what a table's columns mean and tells what was decided: a plain table by its headings, an annex by its layout. */
export function openTable(
  kind: TableKind,
  table: ImportTable,
  options: ImportOptions,
  draft: ImportDraft,
): OpenedTable {
  const settled = settleOptions(table, options)
  if (!table.annex) {
    const map = remap(mapColumns(kind, table.rows[0]?.cells ?? []), table)
    const reader = new TableReader(table, map, settled, draft.problems)
    return {
      reader,
      sums: [],
      describe: () => describeTable(kind, table, reader, { year: null, confidence: () => 'sure' }),
    }
  }
  const plan = { lines: draft.lines.all, settings: draft.settings }
  const layout = layOutAnnex(kind, table, plan)
  const rows = [...table.rows.slice(0, 1), ...layout.rows]
  const reader = new TableReader({ ...table, rows }, layout.map, settled, draft.problems)
  reportLayout(reader, table, layout)
  const confidence = (index: number) => layout.proposals[index]?.confidence ?? 'sure'
  return {
    reader,
    sums: layout.sums,
    describe: () => describeTable(kind, table, reader, { year: layout.year, confidence }),
  }
}

const SAMPLE_ROWS = 5

/** What a table's layout says beyond its cells. */
interface Told {
  readonly year: number | null
  readonly confidence: (index: number) => ColumnReading['confidence']
}

function describeTable(
  kind: TableKind,
  table: ImportTable,
  reader: TableReader,
  { year, confidence }: Told,
): TableReading {
  const header = table.rows[0] ?? { number: 1, cells: [] }
  const keyOf = new Map(reader.keys.map((key) => [reader.indexOf(key), key]))
  const { annex, file, sheet, encoding, delimiter } = table
  const amountKey = reader.keys.find(isAmountKey)
  return {
    kind,
    file,
    sheet,
    isAnnex: annex !== undefined,
    headerRow: annex?.top ?? header.number,
    headerRows: annex ? annex.bottom - annex.top + 1 : 1,
    rows: reader.rows.length,
    unit: amountKey === undefined ? null : reader.unitOf(amountKey),
    year,
    encoding: encoding ?? null,
    delimiter: delimiter ?? null,
    columns: header.cells.map((cell, index) => ({
      letter: columnLetter(index),
      heading: cellText(cell).trim(),
      key: keyOf.get(index) ?? null,
      confidence: confidence(index),
      numbers: reader.numbersOf(keyOf.get(index) ?? ''),
    })),
    sample: reader.rows.slice(0, SAMPLE_ROWS).map(({ cells }) => cells.map(cellText)),
  }
}

/** What the person settled for this table alone comes before what holds for the whole import. */
function settleOptions({ mapping }: ImportTable, options: ImportOptions): ImportOptions {
  return {
    unit: mapping?.unit ?? options.unit,
    numberFormat: mapping?.numberFormat ?? options.numberFormat,
  }
}

function remap(map: ColumnMap, { mapping }: ImportTable): ColumnMap {
  const chosen = Object.entries(mapping?.columns ?? {})
  if (chosen.length === 0) return map
  const indexOf = new Map(chosen.map(([letter, key]) => [columnNumber(letter), key]))
  const kept = [...map.columns].filter(([, index]) => !indexOf.has(index))
  const added = [...indexOf].flatMap(([index, key]) =>
    key === null ? [] : [[key, index] as const],
  )
  const isOpen = (index: number) => !indexOf.has(index)
  return {
    columns: new Map([...kept, ...added]),
    unknown: map.unknown.filter(isOpen),
    duplicates: map.duplicates.filter(isOpen),
  }
}

function columnNumber(letters: string): number {
  let index = 0
  while (columnLetter(index) !== letters && index < 16_384) index += 1
  return index
}

function reportLayout(
  reader: TableReader,
  { annex, rows }: ImportTable,
  layout: AnnexLayout,
): void {
  if (!annex) return
  const { sums, proposals, map } = layout
  reader.report(null, '', {
    code: 'annex-read',
    severity: 'info',
    value: '',
    detail: {
      from: annex.top,
      to: annex.bottom,
      projects: layout.rows.length,
      groups: sums.length,
    },
  })
  const header = rows[0] ?? { number: annex.bottom, cells: [] }
  for (const index of map.unclear ?? [])
    reader.reportColumn(header, index, { code: 'line-column-unknown' })
  const lineColumn = proposals.findIndex(({ key }) => key === 'line')
  for (const row of layout.unnamed) reader.reportUnnamed(row, lineColumn)
  proposals.forEach(({ key, confidence }, index) => {
    const line = confidence === 'guess' ? /^line:(.*):(\d{4})$/.exec(key ?? '') : null
    if (!line) return
    const detail = { line: line[1] ?? '', year: Number(line[2]) }
    reader.reportColumn(header, index, { code: 'line-column-guessed', severity: 'warning', detail })
  })
}
