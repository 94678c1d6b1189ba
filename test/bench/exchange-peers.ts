import { readFileSync, writeFileSync } from 'node:fs'
import type { OutCell } from '../../src/engine/exchange/out-sheet.ts'
import { readSheets } from '../../src/engine/exchange/read-sheets.ts'
import { cellText } from '../../src/engine/exchange/sheet-table.ts'
import { writeSheets } from '../../src/engine/exchange/sheet.ts'
import { type SheetSize, makeTable } from './exchange-table.ts'

/** Prepares what is not measured and gives what is: writing a sheet of this size to a file. */
type Writer = (path: string, size: SheetSize) => Promise<() => Promise<void>>

/** Gives the work of reading a file into cells; walking over them afterwards is not measured. */
type Reader = (path: string) => Promise<() => Promise<() => Iterable<Iterable<unknown>>>>

const plain = (size: SheetSize) => makeTable<string | number>(size, String, Number)

/** Ours and its peers, each writing the same sheet as it does best. */
export const WRITERS: Readonly<Record<string, Writer>> = {
  ours: async (path, size) => {
    const rows = makeTable<OutCell>(
      size,
      (text) => ({ text }),
      (amount) => ({ number: String(amount) }),
    )
    const frozen = { rows: 1, columns: 1 }
    return async () =>
      writeFileSync(
        path,
        writeSheets([{ name: 'A', rows, widths: [], frozen, longNumberNote: '' }]),
      )
  },
  exceljs: async (path, size) => {
    const { default: Excel } = await import('exceljs')
    const rows = plain(size)
    return async () => {
      const book = new Excel.stream.xlsx.WorkbookWriter({ filename: path })
      const sheet = book.addWorksheet('A')
      for (const row of rows) sheet.addRow(row).commit()
      sheet.commit()
      await book.commit()
    }
  },
  SheetJS: async (path, size) => {
    const { utils, write } = await import('@e965/xlsx')
    const rows = plain(size)
    return async () => {
      const book = utils.book_new()
      utils.book_append_sheet(book, utils.aoa_to_sheet(rows, { dense: true }), 'A')
      writeFileSync(path, write(book, { type: 'buffer', bookType: 'xlsx', compression: true }))
    }
  },
  'write-excel-file': async (path, size) => {
    const { default: writeExcel } = await import('write-excel-file/node')
    const rows = plain(size)
    return async () => {
      await writeExcel(rows).toFile(path)
    }
  },
  hucre: async (path, size) => {
    const { writeXlsx } = await import('hucre/xlsx')
    const rows = plain(size)
    return async () => writeFileSync(path, await writeXlsx({ sheets: [{ name: 'A', rows }] }))
  },
}

/** Ours and its peers, each reading the same file. */
export const READERS: Readonly<Record<string, Reader>> = {
  ours: async (path) => {
    const bytes = readFileSync(path)
    return async () => {
      const [sheet] = readSheets(bytes, path)
      return () => (sheet?.rows ?? []).map(({ cells }) => cells.map(cellText))
    }
  },
  exceljs: async (path) => {
    const { default: Excel } = await import('exceljs')
    return async () => {
      const book = new Excel.Workbook()
      await book.xlsx.readFile(path)
      const [sheet] = book.worksheets
      return () =>
        (sheet?.getSheetValues() ?? []).slice(1).map((row) => (row as unknown[]).slice(1))
    }
  },
  SheetJS: async (path) => {
    const { read } = await import('@e965/xlsx')
    const bytes = readFileSync(path)
    return async () => {
      const book = read(bytes, { dense: true })
      const sheet = book.Sheets[book.SheetNames[0] ?? '']
      const rows: { v?: unknown }[][] = sheet?.['!data'] ?? []
      return () => rows.map((row) => row.map(({ v }) => v))
    }
  },
  'read-excel-file': async (path) => {
    const { default: readExcel } = await import('read-excel-file/node')
    return async () => {
      const [sheet] = await readExcel(path)
      return () => sheet?.data ?? []
    }
  },
  hucre: async (path) => {
    const { readXlsx } = await import('hucre/xlsx')
    const bytes = readFileSync(path)
    return async () => {
      const [sheet] = (await readXlsx(bytes)).sheets
      return () => sheet?.rows ?? []
    }
  },
}
