import { expect, test } from 'vitest'
import { COLUMN_KEYS, nameColumn } from '../../src/contract/column-names.ts'
import { TABLE_KINDS } from '../../src/contract/tables.ts'
import { columnKey } from '../../src/engine/exchange/column-map.ts'
import { HEADINGS } from '../../src/engine/exchange/headings.ts'

test.each(TABLE_KINDS)(
  'the Vietnamese name of every column of %s is understood as its heading',
  (kind) => {
    for (const key of Object.keys(HEADINGS[kind]))
      expect(columnKey(kind, nameColumn(key).vi)).toBe(key)
  },
)

test('needs are named with their year', () => {
  expect(nameColumn('need_2027')).toEqual({ vi: 'Nhu cầu 2027', en: 'need_2027' })
  expect(columnKey('projects', nameColumn('need_2027').vi)).toBe('need_2027')
})

test.each(TABLE_KINDS)('a person may map every column of %s an import reads', (kind) => {
  expect([...COLUMN_KEYS[kind]].sort()).toEqual(Object.keys(HEADINGS[kind]).sort())
})
