import { expect, test } from 'vitest'
import { openSmallWorkbook } from '../builders/small-workbook.ts'
import { useTemporaryFolder } from '../builders/temporary-folder.ts'
import { readLongghep, runLongghep } from './run-longghep.ts'

const folder = useTemporaryFolder()

interface Shares {
  needMet: string | null
  ceilingUsed: string | null
}
interface Shown {
  projects: { years: Record<string, Shares> }[]
  lines: { years: Record<string, Shares> }[]
  totals: Shares
}

/** A project that needs 1,5 tỷ and gets so much of a line of 2 tỷ. */
function makeGiven(name: string, amount: string): string {
  const path = folder.join(name)
  const session = openSmallWorkbook()
  session.save(path)
  session.file.discard()
  expect(runLongghep(['set', path, '7654321', 'NST', '2026', amount]).code).toBe(0)
  return path
}

test('show tells the share of each need met and of each ceiling used, to a hundredth of a percent', () => {
  const path = makeGiven('shares.lgw', '1.000.000.000')
  const { projects, lines, totals } = readLongghep<Shown>(['show', path])
  expect(projects[0]?.years['2026']).toMatchObject({ needMet: '66.67' })
  expect(projects[0]?.years['2027']).toMatchObject({ needMet: null })
  expect(lines[0]?.years['2026']).toMatchObject({ ceilingUsed: '50' })
  expect(totals).toMatchObject({ needMet: '66.67', ceilingUsed: '50' })
  const told = (language: string) =>
    runLongghep(['show', path, '--lang', language])
      .out.trimEnd()
      .split('\n')
      .map((line) => line.split(/ {2,}/).at(-1))
  expect(told('vi')).toEqual([
    'Kế hoạch thử (2026–2028)',
    'Đáp ứng',
    '66,67 %',
    '–',
    '–',
    '66,67 %',
  ])
  expect(told('en').slice(1)).toEqual(['Need met', '66.67%', '–', '–', '66.67%'])
})

test('one đồng short is never told as the whole', () => {
  const path = makeGiven('short.lgw', '1.499.999.999')
  const { projects, totals } = readLongghep<Shown>(['show', path])
  expect([projects[0]?.years['2026']?.needMet, totals.needMet]).toEqual(['99.99', '99.99'])
})

test('what one project gets beyond its need meets no other’s', () => {
  const path = makeGiven('beyond.lgw', '1.800.000.000')
  const { projects, totals } = readLongghep<Shown>(['show', path])
  expect([projects[0]?.years['2026']?.needMet, totals.needMet]).toEqual(['120', '100'])
})
