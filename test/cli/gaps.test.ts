import { writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { useTemporaryFolder } from '../builders/temporary-folder.ts'
import { readLongghep, runLongghep } from './run-longghep.ts'

const folder = useTemporaryFolder()

/** A workbook of these tables; every project starts anew in Mô Rai. */
function makeWorkbook(name: string, tables: { lines: string; projects: string }): string {
  const path = folder.join(name)
  expect(runLongghep(['new', path, '--from', '2026', '--to', '2027']).code).toBe(0)
  const headed = {
    lines: `code,name,source,capital_type,year,ceiling,reserve,sectors\n${tables.lines}`,
    projects: `code,name,place,sector,group,stage,need_2026\n${tables.projects}`,
  }
  const given = Object.entries(headed).flatMap(([kind, text]) => {
    const file = folder.join(`${name}-${kind}.csv`)
    writeFileSync(file, text)
    return [`--${kind}`, file]
  })
  expect(runLongghep(['import', path, ...given]).err).toBe('')
  return path
}

/** Two schools need 5 tỷ and may use 3 tỷ; a road has more than it needs. */
function makeBlockedWorkbook(name: string): string {
  return makeWorkbook(name, {
    lines:
      'GD,Giáo dục,central,development,2026,3500000000,500000000,giáo dục\n' +
      'GT,Giao thông,central,development,2026,9000000000,,giao thông\n',
    projects:
      '7000001,Trường A,Mô Rai,giáo dục,C,new-start,2000000001\n' +
      '7000002,Trường B,Mô Rai,giáo dục,C,new-start,3000000000\n' +
      '7000003,Đường C,Mô Rai,giao thông,C,new-start,1000000000\n',
  })
}

test('five projects that need 12,4 tỷ and may use 10,1 tỷ lack 2,3 tỷ though 3 tỷ is free elsewhere; one more line clears it', () => {
  const path = makeWorkbook('five.lgw', {
    lines:
      'GD-1,Giáo dục 1,central,development,2026,6500000000,,giáo dục\n' +
      'GD-2,Giáo dục 2,provincial,development,2026,3600000000,,giáo dục\n' +
      'GT,Giao thông,central,development,2026,3000000000,,giao thông\n',
    projects: [3_000, 2_400, 2_500, 2_500, 2_000]
      .map((need, at) => `700000${at + 1},Trường ${at},Mô Rai,giáo dục,C,new-start,${need}000000\n`)
      .join(''),
  })
  const gap = {
    year: 2026,
    projects: ['7000001', '7000002', '7000003', '7000004', '7000005'],
    lines: ['GD-1', 'GD-2'],
    need: '12400000000',
    available: '10100000000',
    gap: '2300000000',
  }
  expect(readLongghep(['gaps', path])).toEqual({ gaps: [gap] })
  const open = ['line', path, 'GT', '--set', 'sectors=']
  expect(runLongghep(open).code).toBe(0)
  expect(readLongghep(['gaps', path])).toEqual({ gaps: [] })
})

test('names the blocked projects, the lines they may use and the gap, as decimal text', () => {
  const path = makeBlockedWorkbook('blocked.lgw')
  const gap = {
    year: 2026,
    projects: ['7000001', '7000002'],
    lines: ['GD'],
    need: '5000000001',
    available: '3000000000',
    gap: '2000000001',
  }
  expect(readLongghep(['gaps', path])).toEqual({ gaps: [gap] })
  expect(readLongghep(['gaps', path, '--year', '2027'])).toEqual({ gaps: [] })
})

test('says it in aligned text in the language asked for, and refuses a year outside the plan', () => {
  const path = makeBlockedWorkbook('words.lgw')
  const { out, code } = runLongghep(['gaps', path, '--lang', 'en'])
  expect(code).toBe(0)
  expect(out.split('\n')[0]).toBe('Year           Need      Available            Gap  What')
  expect(out).toContain('2026  5,000,000,001  3,000,000,000  2,000,000,001  In 2026, 2 projects')
  expect(runLongghep(['gaps', path, '--lang', 'vi', '--year', '2027']).out).toBe(
    'Các nguồn được phép đủ cho mọi nhu cầu.\n',
  )
  expect(runLongghep(['gaps', path, '--year', '2031']).code).toBe(2)
})
