import { expect, test } from 'vitest'
import { buildPlan } from '../../builders/plan-builder.ts'
import { flagsOf, fullFlagsOf, yearsFlagged } from './flags-of.ts'

/** Two target programmes and the state budget, with lines bound to communes. */
const sample = () =>
  buildPlan()
    .programme('NTM', { kind: 'national-target' })
    .programme('NTM-1', { kind: 'other', parent: 'NTM' })
    .programme('DTTS', { kind: 'national-target' })
    .programme('NSNN', { kind: 'state-budget' })
    .line('NTM-MR', { programme: 'NTM', eligibility: { places: ['Mô Rai'] } })
    .line('NTM-ID', { programme: 'NTM-1', eligibility: { places: ['Ia Đal'] } })
    .line('DTTS-ID', { programme: 'DTTS', eligibility: { places: ['Ia Đal'] } })
    .line('DTTS-2X', { programme: 'DTTS', eligibility: { places: ['Ia Đal', ' mô rai'] } })
    .line('DTTS', { programme: 'DTTS' })
    .line('NS-ID', { programme: 'NSNN', eligibility: { places: ['Ia Đal'] } })
    .line('XSKT-ID', { eligibility: { places: ['Ia Đal'] } })
    .project('7000001')

const paid = (...lines: string[]) =>
  lines.reduce((of, line) => of.give('7000001', line, 2026, 1), sample())

test('one đồng each of programmes bound to different communes is flagged', () => {
  expect(flagsOf('place-mismatch', paid('NTM-MR'))).toEqual([])
  expect(fullFlagsOf('place-mismatch', paid('NTM-MR', 'DTTS-ID'))).toEqual([
    {
      code: 'place-mismatch',
      severity: 'error',
      subject: { kind: 'project', id: 1, code: '7000001' },
      year: 2026,
      waiver: null,
      gauge: 2n,
      cells: [
        { project: 1, line: 3, year: 2026 },
        { project: 1, line: 1, year: 2026 },
      ],
      detail: { places: ['Ia Đal', 'Mô Rai'], lines: ['DTTS-ID', 'NTM-MR'] },
    },
  ])
})

test('it says the same in whatever order the cells were filled', () => {
  expect(fullFlagsOf('place-mismatch', paid('DTTS-ID', 'NTM-MR'))).toEqual(
    fullFlagsOf('place-mismatch', paid('NTM-MR', 'DTTS-ID')),
  )
})

test('programmes that share a commune, however it is written, may be combined', () => {
  expect(flagsOf('place-mismatch', paid('NTM-MR', 'DTTS-2X'))).toEqual([])
})

test('a line bound to no commune goes with any', () => {
  expect(flagsOf('place-mismatch', paid('NTM-MR', 'DTTS'))).toEqual([])
})

test('lines of one programme, of the state budget or of no programme are not combined programmes', () => {
  expect(flagsOf('place-mismatch', paid('NTM-MR', 'NTM-ID'))).toEqual([])
  expect(flagsOf('place-mismatch', paid('NTM-MR', 'NS-ID', 'XSKT-ID'))).toEqual([])
})

test('one flag names every line that fits not with another, and each commune once', () => {
  const builder = sample()
    .programme('BG', { kind: 'target' })
    .line('BG-ID', { programme: 'BG', eligibility: { places: ['IA ĐAL'] } })
  for (const line of ['BG-ID', 'DTTS-2X', 'DTTS-ID', 'NTM-MR']) {
    builder.give('7000001', line, 2026, 1)
  }
  expect(fullFlagsOf('place-mismatch', builder)).toMatchObject([
    { gauge: 2n, detail: { lines: ['BG-ID', 'DTTS-ID', 'NTM-MR'], places: ['IA ĐAL', 'Mô Rai'] } },
  ])
})

test('years are judged apart, in the period alone', () => {
  const builder = sample()
  for (const year of [2025, 2026, 2028, 2029]) {
    builder.give('7000001', 'NTM-MR', year, 1).give('7000001', 'DTTS-ID', year, 1)
  }
  expect(yearsFlagged('place-mismatch', builder)).toEqual([2026, 2028])
  const apart = sample().give('7000001', 'NTM-MR', 2026, 1).give('7000001', 'DTTS-ID', 2027, 1)
  expect(flagsOf('place-mismatch', apart)).toEqual([])
})
