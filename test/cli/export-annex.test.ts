import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readSheets } from '../../src/engine/exchange/read-sheets.ts'
import { cellText } from '../../src/engine/exchange/sheet-table.ts'
import { useTemporaryFolder } from '../builders/temporary-folder.ts'
import { readLongghep, runLongghep } from './run-longghep.ts'

const folder = useTemporaryFolder()

test.each(['matrix', 'annual', 'list'])('the %s is stamped with the plan it shows', (what) => {
  const [plan, out] = [folder.join('a.lgw'), folder.join('a.xlsx')]
  runLongghep(['sample', plan])
  const args = [
    'export',
    plan,
    '--to',
    out,
    '--what',
    what,
    '--unit',
    'million',
    '--year',
    '2027',
    '--lang',
    'vi',
  ]
  expect(runLongghep(args)).toMatchObject({ code: 0, err: '' })
  const { contentHash } = readLongghep<{ contentHash: string }>(['show', plan])
  const sheets = readSheets(readFileSync(out), 'a.xlsx')
  expect(sheets).toHaveLength(1)
  const texts = sheets.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(cellText)))
  expect(texts.find((text) => text.includes(contentHash.slice(0, 16)))).toMatch(
    /^Lồng Ghép · mã nội dung/,
  )
})
