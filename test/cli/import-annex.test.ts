import { writeFileSync } from 'node:fs'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import type { ImportResult } from '../../src/contract/tables.ts'
import { useTemporaryFolder } from '../builders/temporary-folder.ts'
import { readLongghep, runLongghep } from './run-longghep.ts'

const folder = useTemporaryFolder()

const LINES =
  'code,name,source,year,ceiling\nTW,Vốn trung ương,central,2026,900000000\nXS,Xổ số,lottery,2026,900000000\n'

/** A synthetic annex in TCVN3, semicolons between its cells. */
const ANNEX = [
  'KÕ ho¹ch vèn n¨m 2026;;;;;;',
  'Đơn vị tính: triệu đồng;;;;;;',
  'STT;Danh mục dự án;Mã dự án;Tổng mức đầu tư;Kế hoạch vốn năm 2026;;',
  ';;;;Tổng số;Trong đó;',
  ';;;;;Vốn khác;Xổ số',
  'I;Giao thông;;;30;20;10',
  '1;Đường liên xã;7800001;100;30;20;10',
].join('\n')

function start() {
  const [plan, lines, annex] = ['a.lgw', 'lines.csv', 'annex.csv'].map((name) =>
    folder.join(name),
  ) as [string, string, string]
  writeFileSync(lines, LINES)
  writeFileSync(
    annex,
    iconv.encode(ANNEX.replace(/^.*\n/, 'Kế hoạch vốn năm 2026;;;;;;\n'), 'tcvn'),
  )
  runLongghep(['new', plan, '--from', '2026', '--to', '2028'])
  expect(runLongghep(['import', plan, '--lines', lines]).code).toBe(0)
  return { plan, annex, tables: ['--projects', annex, '--allocations', annex] }
}

test('an annex in TCVN3 goes in once the column nobody can tell is mapped', () => {
  const { plan, tables } = start()
  const asked = runLongghep(['import', plan, ...tables, '--json'])
  expect(asked.code).toBe(2)
  const { problems } = JSON.parse(asked.out) as ImportResult
  expect(problems).toContainEqual(
    expect.objectContaining({
      code: 'line-column-unknown',
      severity: 'error',
      column: expect.stringMatching(/^F /),
    }),
  )
  expect(problems).toContainEqual(
    expect.objectContaining({ code: 'encoding-detected', value: 'tcvn3' }),
  )
  const mapping = folder.join('mapping.json')
  writeFileSync(mapping, JSON.stringify({ allocations: { columns: { F: 'line:TW:2026' } } }))
  const dry = readLongghep<ImportResult>([
    'import',
    plan,
    ...tables,
    '--mapping',
    mapping,
    '--dry-run',
  ])
  expect(dry).toMatchObject({
    added: 3,
    missing: [],
    tables: [{ kind: 'projects', isAnnex: true, unit: 'million' }, { kind: 'allocations' }],
  })
  expect(dry.entries.map(({ id }) => id)).toEqual([
    'project:7800001',
    'allocation:7800001:TW:2026',
    'allocation:7800001:XS:2026',
  ])
  expect(runLongghep(['import', plan, ...tables, '--mapping', mapping]).code).toBe(0)
  expect(readLongghep<{ totals: unknown }>(['show', plan]).totals).toMatchObject({
    allocated: '30000000',
  })
})

test('a mapping file that is wrong is named, and nothing is written', () => {
  const { plan, tables } = start()
  const mapping = folder.join('mapping.json')
  writeFileSync(mapping, '{"allocations":{"columns":{"F":7}}}')
  const run = runLongghep(['import', plan, ...tables, '--mapping', mapping, '--lang', 'vi'])
  expect(run).toMatchObject({ code: 2, err: expect.stringContaining('allocations.columns.F') })
})
