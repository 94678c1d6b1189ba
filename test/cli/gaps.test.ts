import { writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { useTemporaryFolder } from '../builders/temporary-folder.ts'
import { readLongghep, runLongghep } from './run-longghep.ts'

const folder = useTemporaryFolder()

/** Two schools need 5 tỷ and may use 3 tỷ; a road has more than it needs. */
function makeBlockedWorkbook(name: string): string {
  const path = folder.join(name)
  expect(runLongghep(['new', path, '--from', '2026', '--to', '2027']).code).toBe(0)
  const tables = {
    lines:
      'code,name,source,capital_type,year,ceiling,reserve,sectors\n' +
      'GD,Giáo dục,central,development,2026,3500000000,500000000,giáo dục\n' +
      'GT,Giao thông,central,development,2026,9000000000,,giao thông\n',
    projects:
      'code,name,place,sector,group,stage,need_2026\n' +
      '7000001,Trường A,Mô Rai,giáo dục,C,new-start,2000000001\n' +
      '7000002,Trường B,Mô Rai,giáo dục,C,new-start,3000000000\n' +
      '7000003,Đường C,Mô Rai,giao thông,C,new-start,1000000000\n',
  }
  const given = Object.entries(tables).flatMap(([kind, text]) => {
    const file = folder.join(`${name}-${kind}.csv`)
    writeFileSync(file, text)
    return [`--${kind}`, file]
  })
  const imported = runLongghep(['import', path, ...given])
  expect(imported.err).toBe('')
  return path
}

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
