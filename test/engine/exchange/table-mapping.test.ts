import { expect, test } from 'vitest'
import { parseMappings } from '../../../src/engine/exchange/table-mapping.ts'

test('reads what a person settled about each table', () => {
  const text =
    '{"projects":{"sheet":"PL 01","headerRow":5,"headerRows":5,"columns":{"B":"name","Q":null},"unit":"million"},"leave":["project:7"]}'
  expect(parseMappings(text, 'm.json')).toEqual({
    tables: {
      projects: [
        {
          sheet: 'PL 01',
          headerRow: 5,
          headerRows: 5,
          columns: { B: 'name', Q: null },
          unit: 'million',
        },
      ],
    },
    leave: ['project:7'],
  })
})

test('reads a list for a kind that stands on several sheets', () => {
  const text = '{"projects":[{"sheet":"PL 01"},{"sheet":"PL 02","unit":"thousand"}]}'
  expect(parseMappings(text, 'm.json').tables).toEqual({
    projects: [{ sheet: 'PL 01' }, { sheet: 'PL 02', unit: 'thousand' }],
  })
})

test.each([
  ['{"projects":{"columns":{"b":"name"}}}', 'projects.columns.b'],
  ['{"projects":{"unit":"usd"}}', 'projects.unit'],
  ['{"projects":[{"sheet":"1"},{"sheet":"2","unit":"usd"}]}', 'projects.1.unit'],
  ['{"project":{}}', ''],
  ['{', ''],
])('refuses %s and says where', (text, where) => {
  expect(() => parseMappings(text, 'm.json')).toThrow(
    expect.objectContaining({ code: 'mapping-invalid', detail: { file: 'm.json', where } }),
  )
})
