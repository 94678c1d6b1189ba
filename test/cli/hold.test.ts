import { expect, test } from 'vitest'
import { openSmallWorkbook } from '../builders/small-workbook.ts'
import { useTemporaryFolder } from '../builders/temporary-folder.ts'
import { readLongghep, runLongghep } from './run-longghep.ts'

const folder = useTemporaryFolder()

function makeSmall(name: string): string {
  const path = folder.join(name)
  const session = openSmallWorkbook()
  session.save(path)
  session.file.discard()
  return path
}

interface Held {
  holds: unknown[]
  held: boolean
  contentHash: string
}

const [PROJECT, LINE] = ['7654321', 'NST']

/** Every kind of place, as the command takes it and as it is told. */
const PLACES = [
  {
    args: ['cell', PROJECT, LINE, '2026'],
    told: { scope: 'cell', project: PROJECT, line: LINE, year: 2026 },
  },
  {
    args: ['row', PROJECT, '2027'],
    told: { scope: 'row', project: PROJECT, line: null, year: 2027 },
  },
  {
    args: ['column', LINE, '2028'],
    told: { scope: 'column', project: null, line: LINE, year: 2028 },
  },
  {
    args: ['total', PROJECT, '2026'],
    told: { scope: 'total', project: PROJECT, line: null, year: 2026 },
  },
]

test('each kind of place is held, listed, released and gone from the list', () => {
  const path = makeSmall('holds.lgw')
  const before = readLongghep<Held>(['hold', path])
  expect(before.holds).toEqual([])
  for (const { args, told } of PLACES) {
    expect(readLongghep<Held>(['hold', path, ...args])).toMatchObject({ ...told, held: true })
  }
  expect(readLongghep<Held>(['hold', path]).holds).toEqual(PLACES.map(({ told }) => told))
  for (const { args, told } of PLACES) {
    const released = readLongghep<Held>(['hold', path, ...args, '--release'])
    expect(released).toMatchObject({ ...told, held: false })
  }
  expect(readLongghep<Held>(['hold', path])).toEqual(before)
})

test('what is held refuses an amount by name until it is released; a second hold is no second act', () => {
  const path = makeSmall('refuses.lgw')
  const set = ['set', path, PROJECT, LINE, '2026', '1 tỷ']
  expect(runLongghep(set).code).toBe(0)
  const cell = ['hold', path, 'cell', PROJECT, LINE, '2026']
  const { contentHash } = readLongghep<Held>(cell)
  expect(readLongghep<Held>(cell).contentHash).toBe(contentHash)
  const { changes } = readLongghep<{ changes: { kind: string }[] }>(['history', path])
  expect(changes.filter(({ kind }) => kind === 'held')).toHaveLength(1)
  const clear = ['set', path, PROJECT, LINE, '2026', '0', '--lang', 'en']
  const { code, err } = runLongghep(clear)
  expect({ code, err }).toEqual({
    code: 2,
    err: 'The cell 7654321 · NST · 2026 is held and stays as it is. Release it (Ctrl+H) and try again.\n',
  })
  expect(runLongghep([...cell, '--release', '--lang', 'en']).out).toBe(
    'cell · 7654321 · NST · 2026: not held\n',
  )
  expect(runLongghep(clear).code).toBe(0)
})

test('text lists the places in the language asked for', () => {
  const path = makeSmall('text.lgw')
  const held = ['hold', path, 'total', PROJECT, '2027']
  expect(runLongghep([...held, '--lang', 'vi']).out).toBe('tổng dự án · 7654321 · 2027: đang giữ\n')
  expect(runLongghep(['hold', path, '--lang', 'vi']).out.split('\n')).toEqual([
    'Phạm vi     Dự án    Nguồn vốn  Năm',
    'tổng dự án  7654321             2027',
    '',
  ])
})

test('a scope, place, code or year that is not there is refused and nothing is written', () => {
  const path = makeSmall('unknown.lgw')
  const before = readLongghep<Held>(['hold', path])
  for (const [expected, ...args] of [
    ['cell | row | column | total', 'sheet', PROJECT, '2026'],
    ['row <project> <year>', 'row', PROJECT],
    ['cell <project> <line> <year>', 'cell', PROJECT, LINE],
    ['column <line> <year>', 'column', PROJECT, LINE, '2026'],
    ['7000000', 'total', '7000000', '2026'],
    ['XSKT', 'column', 'XSKT', '2026'],
    ['2031', 'row', PROJECT, '2031'],
    ['hold <file>', '--release'],
  ] as const) {
    const { code, err } = runLongghep(['hold', path, ...args, '--lang', 'vi'])
    expect({ args, code, lines: err.trimEnd().split('\n').length }).toEqual({
      args,
      code: 2,
      lines: 1,
    })
    expect(err).toContain(expected)
  }
  expect(readLongghep<Held>(['hold', path])).toEqual(before)
})
