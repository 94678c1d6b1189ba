import { expect, test } from 'vitest'
import type { ChosenTable } from '../../../src/contract/methods.ts'
import type { TableReading } from '../../../src/contract/tables.ts'
import { parseMappings } from '../../../src/engine/exchange/table-mapping.ts'
import {
  NO_CHOICES,
  countReady,
  isReplaced,
  mappingText,
  settleAlike,
  settleTable,
  tableKey,
  takeEntry,
  toRequest,
} from '../../../src/renderer/dialogs/import-choices.ts'

const table = (token: string, kind: ChosenTable['kind']): ChosenTable => ({
  token,
  kind,
  name: token,
  sheet: '',
  rows: 1,
})

const choices = (...tables: ChosenTable[]) =>
  ({ ...NO_CHOICES, tables, unit: 'million', numberFormat: 'vi' }) as const

test('asks for every sheet of an annex and leaves out what the person did not name', () => {
  const tables = [table('a', 'projects'), table('b', null), table('c', 'projects')]
  expect(toRequest(choices(...tables, table('d', 'lines')))).toEqual({
    tables: [
      { kind: 'projects', token: 'a' },
      { kind: 'projects', token: 'c' },
      { kind: 'lines', token: 'd' },
    ],
    unit: 'million',
    numberFormat: 'vi',
    leave: [],
  })
})

test.each([
  ['another table of a kind that is one table', table('a', 'lines'), table('b', 'lines')],
  [
    'the same sheet chosen again',
    table('a', 'projects'),
    { ...table('a', 'projects'), token: 'b' },
  ],
])('lets %s stand for the earlier one, and says so', (_, first, second) => {
  expect(toRequest(choices(first, second)).tables.map(({ token }) => token)).toEqual(['b'])
  expect(countReady(choices(first, second))).toBe(1)
  expect([first, second].map((one) => isReplaced(one, [first, second]))).toEqual([true, false])
})

const PLACE = { kind: 'projects', file: 'a', sheet: '' } as const

test('adds to what is settled about a table, column by column, and sends it with that table', () => {
  const begun = choices(table('a', 'projects'), table('b', 'projects'))
  const first = settleTable(begun, PLACE, { columns: { B: 'name' }, headerRow: 5 })
  const second = settleTable(first, PLACE, { columns: { C: null }, numberFormats: { D: 'vi' } })
  const mapping = { headerRow: 5, columns: { B: 'name', C: null }, numberFormats: { D: 'vi' } }
  expect(toRequest(second).tables).toEqual([
    { kind: 'projects', token: 'a', mapping },
    { kind: 'projects', token: 'b' },
  ])
})

const reading = (sheet: string): TableReading => ({
  kind: 'projects',
  file: 'a.xlsx',
  sheet,
  isAnnex: true,
  headerRow: 5,
  headerRows: 2,
  rows: 1,
  unit: 'million',
  year: 2026,
  encoding: null,
  delimiter: null,
  columns: [{ letter: 'B', heading: 'Tên', key: 'name', confidence: 'sure', numbers: null }],
  sample: [],
})

test('what is settled about one sheet holds for those of the same headings, but not where the heading stands', () => {
  const readings = [
    reading('1'),
    reading('2'),
    { ...reading('3'), columns: [] },
    { ...reading('4'), year: 2027 },
  ]
  const settled = { columns: { B: 'code' }, headerRow: 7 }
  const { mappings } = settleAlike(NO_CHOICES, readings, reading('1'), settled)
  expect(mappings).toEqual({
    [tableKey(reading('1'))]: settled,
    [tableKey(reading('2'))]: { columns: { B: 'code' } },
  })
})

test('tells the mapping of one sheet as it is and of several as a list', () => {
  const own = (sheet: string) => ({ sheet, headerRow: 5, headerRows: 2, columns: { B: 'name' } })
  expect(JSON.parse(mappingText([reading('1')], NO_CHOICES))).toEqual({ projects: own('1') })
  const several = mappingText([reading('1'), reading('2')], NO_CHOICES)
  expect(parseMappings(several, 'a.json').tables).toEqual({ projects: [own('1'), own('2')] })
})

test('leaves an entry and takes it again', () => {
  const left = takeEntry(NO_CHOICES, 'project:1', false)
  expect(left.leave).toEqual(['project:1'])
  expect(takeEntry(left, 'project:1', true).leave).toEqual([])
})
