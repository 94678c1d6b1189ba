import { basename } from 'node:path'
import { z } from 'zod'
import { EXPORT_WHATS, NUMBER_FORMATS, TABLE_KINDS } from '../../contract/tables.ts'
import type { ImportRequest } from '../../contract/methods.ts'
import { UNITS } from '../../core/money.ts'
import type { Handler } from './handler.ts'
import { findTables, isFilled } from '../exchange/read-table.ts'
import { leaveList, tableMapping } from '../exchange/table-mapping.ts'
import { exportFile, pageOf } from '../export-file.ts'
import { type TablePlace, importTables, planTables, readSheetsOf } from '../import-tables.ts'
import type { Workbench } from '../workbench.ts'

const importParams = z.strictObject({
  tables: z
    .array(
      z.strictObject({
        kind: z.enum(TABLE_KINDS),
        token: z.string().max(100),
        mapping: tableMapping.optional(),
      }),
    )
    .max(200),
  unit: z.enum(['auto', ...UNITS]),
  numberFormat: z.enum(NUMBER_FORMATS),
  leave: leaveList.optional(),
})

/** Reads a file the person chose and names the plain tables in it. */
export const chooseTable: Handler<'table.choose'> = {
  caller: 'host',
  params: z.strictObject({ path: z.string().min(1).max(4096) }),
  async run(workbench, { path }, work) {
    const name = basename(path)
    const sheets = await readSheetsOf({ path, read: {} }, work)
    const remember = (sheet: string) =>
      workbench.rememberTable({ path, read: sheet === '' ? {} : { sheet } })
    // A hidden sheet, mostly an old copy, is offered but not taken for anything by itself.
    const visible = sheets.filter(({ isHidden }) => !isHidden)
    const found = findTables(visible).map(({ sheet, kind, rows }) => ({
      token: remember(sheet),
      name,
      kind,
      sheet,
      rows: rows.length - 1,
    }))
    const known = new Set(found.map(({ sheet }) => sheet))
    const others = sheets
      .filter(
        ({ sheet, rows }) => !known.has(sheet) && (rows.some(isFilled) || sheets.length === 1),
      )
      .map(({ sheet, rows }) => ({
        token: remember(sheet),
        name,
        kind: null,
        sheet,
        rows: rows.length,
      }))
    return [...found, ...others]
  },
}

/** Says what an import would do. */
export const previewImport: Handler<'import.preview'> = {
  caller: 'window',
  params: importParams,
  async run(workbench, request, work) {
    const places = placesOf(workbench, request)
    return (await planTables(workbench.session, places, request, work)).result
  },
}

/** Imports as one act; nothing is written while a problem is an error. */
export const applyImport: Handler<'import.apply'> = {
  caller: 'window',
  params: importParams,
  run: (workbench, request, work) =>
    importTables(workbench.session, placesOf(workbench, request), request, work),
}

/** Writes an export. */
export const writeExport: Handler<'export.write'> = {
  caller: 'host',
  params: z.strictObject({
    path: z.string().min(1).max(4096),
    what: z.enum(EXPORT_WHATS),
    unit: z.enum(UNITS),
    language: z.enum(['vi', 'en']),
  }),
  async run({ session }, { path, what, unit, language }) {
    await exportFile(session, path, what, { unit, language })
    return { path }
  },
}

/** Lays out a sheet for people for the printer. */
export const pageToPrint: Handler<'export.page'> = {
  caller: 'host',
  params: z.strictObject({
    what: z.enum(EXPORT_WHATS),
    unit: z.enum(UNITS),
    language: z.enum(['vi', 'en']),
  }),
  run: ({ session }, { what, unit, language }) => pageOf(session, what, { unit, language }),
}

function placesOf(workbench: Workbench, { tables }: ImportRequest): TablePlace[] {
  return tables.map(({ kind, token, mapping }) => ({
    ...workbench.placeOf(token),
    kind,
    mapping,
  }))
}
