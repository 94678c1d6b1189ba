import { WorkbenchError } from '../../core/error.ts'
import { readDateStyles } from './date-formats.ts'
import { type Steps, partOf, runSteps } from '../steps.ts'
import { type WorkbookContext, readSharedStrings, scanSheetSteps } from './sheet-scan.ts'
import type { SheetTable } from './sheet-table.ts'
import { type WorkbookParts, findParts, refuseDoctype } from './workbook-parts.ts'
import { readArchive } from './zip-archive.ts'

/** Two million cells of figures, and a few rows of headings above them. */
const MAX_CELLS = 2_100_000

/** Every sheet of an .xlsx with its cells as literal text. @throws `table-unreadable` `table-too-large` `table-unsupported` */
export function readSheets(bytes: Uint8Array, file: string): SheetTable[] {
  return runSteps(readSheetSteps(bytes, file))
}

/** The same, row by row. */
export function* readSheetSteps(bytes: Uint8Array, file: string): Steps<SheetTable[]> {
  const parts = readArchive(bytes, file)
  refuseOtherFormats(parts, file)
  refuseDoctype(parts, file)
  const found = findParts(parts, file)
  const context = contextOf(found, file)
  const sheets: SheetTable[] = []
  for (const [at, { name, isHidden, part }] of found.sheets.entries()) {
    const scanned = yield* partOf(scanSheetSteps(part, context), at, found.sheets.length)
    sheets.push({ sheet: name, ...(isHidden ? { isHidden } : {}), ...scanned })
  }
  return sheets
}

function refuseOtherFormats(parts: ReadonlyMap<string, Buffer>, file: string): void {
  const mimetype = parts.get('mimetype')?.toString('latin1') ?? ''
  const format = mimetype.includes('opendocument')
    ? 'ods'
    : parts.has('xl/workbook.bin')
      ? 'xlsb'
      : null
  if (format !== null) throw new WorkbenchError('table-unsupported', { file, format })
}

function contextOf({ strings, styles, is1904 }: WorkbookParts, file: string): WorkbookContext {
  let cells = 0
  return {
    strings: readSharedStrings(strings),
    dateStyles: readDateStyles(styles),
    is1904,
    count(more) {
      cells += more
      if (cells > MAX_CELLS) throw new WorkbenchError('table-too-large', { file, reason: 'cells' })
    },
  }
}
