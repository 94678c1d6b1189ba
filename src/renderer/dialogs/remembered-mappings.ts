import type { TableMapping, TableReading } from '../../contract/tables.ts'

const PREFIX = 'longghep.mapping.'

/** What one knows a layout by: its kind and headings, whatever its year. */
function layoutName({ kind, columns }: TableReading): string {
  const headings = columns.map(({ heading }) => heading.replace(/\b20\d\d\b/g, 'N'))
  return `${PREFIX}${kind}|${headings.join('|')}`
}

/** Keeps what a person settled about a layout, for the next file of the same shape. */
export function rememberMapping(reading: TableReading, mapping: TableMapping): void {
  const { columns, unit, numberFormat, numberFormats } = mapping
  const kept: TableMapping = { columns, unit, numberFormat, numberFormats }
  if (Object.values(kept).every((value) => value === undefined)) return
  localStorage.setItem(layoutName(reading), JSON.stringify(kept))
}

/** What was settled about a layout before; null for one never seen or no longer readable. */
export function recallMapping(reading: TableReading): TableMapping | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(layoutName(reading)) ?? 'null')
    return typeof kept === 'object' && kept !== null ? (kept as TableMapping) : null
  } catch {
    return null
  }
}
