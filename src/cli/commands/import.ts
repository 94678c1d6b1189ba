import { describePlace, describeProblem } from '../../contract/problem-wording.ts'
import { NUMBER_FORMATS, type Problem, TABLE_KINDS } from '../../contract/tables.ts'
import { WorkbenchError } from '../../core/error.ts'
import { UNITS } from '../../core/money.ts'
import { nameSeverity } from '../../core/wording.ts'
import type { ReadOptions } from '../../engine/exchange/read-table.ts'
import { ENCODINGS } from '../../engine/exchange/text-encoding.ts'
import type { ImportMappings } from '../../engine/exchange/table-mapping.ts'
import {
  type TablePlace,
  importTables,
  planTables,
  readMappings,
} from '../../engine/import-tables.ts'
import { UNWATCHED } from '../../engine/work.ts'
import type { Command, Output } from '../command.ts'
import { withWorkbook } from '../opened-workbook.ts'
import { parseChoice } from '../parsing.ts'
import { printJson, printTable } from '../printing.ts'

const DELIMITERS = { comma: ',', semicolon: ';', tab: '\t', ',': ',', ';': ';' } as const

const NONE: ImportMappings = { tables: {}, leave: [] }

type Given = Readonly<Record<string, string | boolean | readonly string[] | undefined>>

/** Adds or updates by code from plain tables, all or nothing; exits 2 when a problem is an error. */
export const importCommand: Command = {
  usage: 'import <file>',
  summary: {
    vi: 'Nhập bảng chương trình, nguồn vốn, nhiệm vụ, dự án, phân bổ, chỗ giữ, cảnh báo đã chấp nhận, ngưỡng (.csv, .xlsx)',
    en: 'Import programmes, lines, tasks, projects, allocations, holds, waivers and policy (.csv, .xlsx)',
  },
  options: [
    ['--plan <table>', { vi: 'bảng thông tin kế hoạch', en: 'table of the plan’s own settings' }],
    ['--programmes <table>', { vi: 'bảng chương trình', en: 'table of programmes' }],
    ['--lines <table>', { vi: 'bảng nguồn vốn', en: 'table of funding lines' }],
    ['--tasks <table>', { vi: 'bảng nhiệm vụ', en: 'table of tasks' }],
    ['--projects <table>', { vi: 'bảng dự án', en: 'table of projects' }],
    ['--allocations <table>', { vi: 'bảng phân bổ', en: 'table of allocations' }],
    ['--holds <table>', { vi: 'bảng chỗ được giữ', en: 'table of holds' }],
    ['--waivers <table>', { vi: 'bảng cảnh báo đã chấp nhận', en: 'table of waivers' }],
    ['--policy <table>', { vi: 'bảng ngưỡng và quy tắc', en: 'table of policy settings' }],
    [
      '--unit <unit>',
      {
        vi: 'đơn vị: dong, thousand, million, billion; không ghi thì theo ghi chú trên bảng',
        en: 'unit: dong, thousand, million, billion; without it the table’s own note counts',
      },
    ],
    [
      '--number-format <format>',
      { vi: 'cách viết số: auto, vi, en, plain', en: 'number format: auto, vi, en, plain' },
    ],
    ['--sheet <name>', { vi: 'tên trang tính', en: 'sheet name' }],
    [
      '--encoding <name>',
      {
        vi: `bảng mã của .csv: ${ENCODINGS.join(', ')}`,
        en: `encoding of a .csv: ${ENCODINGS.join(', ')}`,
      },
    ],
    [
      '--delimiter <name>',
      { vi: 'dấu phân cách: comma, semicolon, tab', en: 'delimiter: comma, semicolon, tab' },
    ],
    [
      '--mapping <file.json>',
      {
        vi: 'cách đọc cột, đơn vị, năm của từng bảng',
        en: 'columns, unit and year of each table',
      },
    ],
    ['--dry-run', { vi: 'chỉ xem trước, không ghi', en: 'report only, write nothing' }],
  ],
  async run([path = ''], given, output) {
    const mappings = given['mapping'] === undefined ? NONE : readMappings(String(given['mapping']))
    const places = placesOf(given, mappings)
    const options = {
      leave: mappings.leave,
      unit: parseChoice(['auto', ...UNITS], given['unit'] ?? 'auto'),
      numberFormat: parseChoice(NUMBER_FORMATS, given['numberFormat'] ?? 'auto'),
    }
    const work = { ...UNWATCHED, report: output.showProgress }
    const result = await withWorkbook(path, async (session) => {
      if (given['dryRun'] === true) return (await planTables(session, places, options, work)).result
      const before = session.revision
      const imported = await importTables(session, places, options, work)
      if (session.revision !== before) session.save(null)
      return imported
    })
    const problems = result.problems.map((problem) => ({
      ...problem,
      message: describeProblem(problem, output.language),
    }))
    if (output.isJson) printJson(output, { ...result, problems })
    else printResult(output, result, problems)
    const errors = problems.filter(({ severity }) => severity === 'error')
    const [first] = errors
    if (!first) return 0
    const more = errors.length > 1 ? ` (+${errors.length - 1})` : ''
    output.printError(`${describePlace(first)}: ${first.message}${more}`)
    return 2
  },
}

function placesOf(given: Given, { tables }: ImportMappings): TablePlace[] {
  const read: ReadOptions = {
    ...(given['sheet'] === undefined ? {} : { sheet: String(given['sheet']) }),
    ...(given['encoding'] === undefined
      ? {}
      : { encoding: parseChoice(ENCODINGS, given['encoding']) }),
    ...(given['delimiter'] === undefined ? {} : { delimiter: parseDelimiter(given['delimiter']) }),
  }
  const places = TABLE_KINDS.filter((kind) => given[kind] !== undefined).flatMap((kind) =>
    (tables[kind] ?? [undefined]).map((mapping) => ({
      kind,
      path: String(given[kind]),
      read,
      mapping,
    })),
  )
  if (places.length === 0) {
    const expected = TABLE_KINDS.map((kind) => `--${kind}`).join(' | ')
    throw new WorkbenchError('usage', { message: 'import', expected })
  }
  return places
}

function parseDelimiter(text: unknown): (typeof DELIMITERS)[keyof typeof DELIMITERS] {
  const names = Object.keys(DELIMITERS) as (keyof typeof DELIMITERS)[]
  return DELIMITERS[parseChoice(names, text)]
}

function printResult(
  output: Output,
  { added, updated, unchanged }: { added: number; updated: number; unchanged: number },
  problems: readonly (Problem & { message: string })[],
): void {
  const isVietnamese = output.language === 'vi'
  output.print(
    isVietnamese
      ? `Thêm ${added}, cập nhật ${updated}, giữ nguyên ${unchanged}.`
      : `Added ${added}, updated ${updated}, unchanged ${unchanged}.`,
  )
  if (problems.length === 0) return
  const header = isVietnamese ? ['Mức', 'Ở đâu', 'Vấn đề'] : ['Severity', 'Where', 'Problem']
  const rows = problems.map((problem) => [
    nameSeverity(problem.severity, output.language),
    describePlace(problem),
    problem.message,
  ])
  printTable(output, header, rows)
}
