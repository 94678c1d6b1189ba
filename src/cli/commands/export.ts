import { EXPORT_WHATS } from '../../contract/tables.ts'
import { WorkbenchError } from '../../core/error.ts'
import { UNITS } from '../../core/money.ts'
import { exportFile, formatOf } from '../../engine/export-file.ts'
import type { Command } from '../command.ts'
import { withWorkbook } from '../opened-workbook.ts'
import { parseChoice, parseYear } from '../parsing.ts'
import { printJson } from '../printing.ts'

/** Writes a plain table, all of them, the flags or the annex to `.xlsx` or `.csv`. */
export const exportCommand: Command = {
  usage: 'export <file>',
  summary: {
    vi: 'Xuất bảng hoặc phụ lục (.xlsx, .csv)',
    en: 'Export tables or the annex (.xlsx, .csv)',
  },
  options: [
    ['--to <path>', { vi: 'tệp .xlsx hoặc .csv', en: '.xlsx or .csv file' }],
    [
      '--what <what>',
      { vi: `nội dung: ${EXPORT_WHATS.join(', ')}`, en: `what: ${EXPORT_WHATS.join(', ')}` },
    ],
    [
      '--unit <unit>',
      {
        vi: 'đơn vị: dong, thousand, million, billion',
        en: 'unit: dong, thousand, million, billion',
      },
    ],
    ['--year <year>', { vi: 'chỉ một năm của phụ lục', en: 'one year of the annex only' }],
  ],
  async run([path = ''], given, output) {
    if (given['to'] === undefined)
      throw new WorkbenchError('usage', { message: 'export', expected: '--to out.xlsx | out.csv' })
    const to = String(given['to'])
    // A .csv holds one table, so only an .xlsx may leave open which.
    const what = given['what'] ?? (formatOf(to) === 'xlsx' ? 'all' : undefined)
    if (what === undefined) {
      throw new WorkbenchError('usage', {
        message: `--to ${to}`,
        expected: `--what ${EXPORT_WHATS.filter((table) => table !== 'all').join(' | ')}`,
      })
    }
    const order = {
      what: parseChoice(EXPORT_WHATS, what),
      unit: parseChoice(UNITS, given['unit'] ?? 'dong'),
      ...(given['year'] === undefined ? {} : { year: parseYear(given['year']) }),
    }
    await withWorkbook(path, (session) =>
      exportFile(session, to, order.what, { ...order, language: output.language }),
    )
    if (output.isJson) printJson(output, { path: to, ...order })
    else output.print(to)
    return 0
  },
}
