import { expect, test } from 'vitest'
import type { ChosenTable } from '../../../src/contract/methods.ts'
import {
  NO_CHOICES,
  countReady,
  isReplaced,
  settleTable,
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

test('asks for one table of each kind and leaves out what the person did not name', () => {
  expect(toRequest(choices(table('a', 'projects'), table('b', null), table('c', 'lines')))).toEqual(
    {
      tables: { projects: 'a', lines: 'c' },
      unit: 'million',
      numberFormat: 'vi',
      mappings: {},
      leave: [],
    },
  )
})

test('lets the later table of a kind stand for it, and says so of the earlier', () => {
  const [first, second] = [table('a', 'projects'), table('b', 'projects')]
  expect(toRequest(choices(first, second)).tables).toEqual({ projects: 'b' })
  expect(countReady(choices(first, second))).toBe(1)
  expect([first, second].map((one) => isReplaced(one, [first, second]))).toEqual([true, false])
})

test('adds to what is settled about a table, column by column', () => {
  const first = settleTable(NO_CHOICES, 'projects', { columns: { B: 'name' }, headerRow: 5 })
  const second = settleTable(first, 'projects', {
    columns: { C: null },
    numberFormats: { D: 'vi' },
  })
  expect(second.mappings).toEqual({
    projects: { headerRow: 5, columns: { B: 'name', C: null }, numberFormats: { D: 'vi' } },
  })
})

test('leaves an entry and takes it again', () => {
  const left = takeEntry(NO_CHOICES, 'project:1', false)
  expect(left.leave).toEqual(['project:1'])
  expect(takeEntry(left, 'project:1', true).leave).toEqual([])
})
