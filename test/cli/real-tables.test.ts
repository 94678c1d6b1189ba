import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { useTemporaryFolder } from '../builders/temporary-folder.ts'
import { readDutch, sumExactly, toPlanTables } from '../fixtures/dutch/to-plan-tables.mjs'
import { readLongghep, runLongghep } from './run-longghep.ts'

const folder = useTemporaryFolder()
const KINDS = ['programmes', 'lines', 'projects', 'allocations'] as const

function importDutch(name: string, options: { repeat?: number; years?: 1 | 2 }): string {
  const path = folder.join(`${name}.lgw`)
  const tables = toPlanTables(readDutch(), options)
  const period = ['--from', '2026', '--to', '2027', '--title', 'EU structural funds, Netherlands']
  expect(runLongghep(['new', path, ...period]).code).toBe(0)
  const args = KINDS.flatMap((kind) => {
    const table = folder.join(`${name}-${kind}.csv`)
    writeFileSync(table, tables[kind])
    return [`--${kind}`, table]
  })
  expect(runLongghep(['import', path, ...args])).toMatchObject({ code: 0, err: '' })
  return path
}

interface Shown {
  projects: unknown[]
  allocations: unknown[]
  totals: Record<string, string>
}

test.each([
  { name: 'once', options: {} },
  { name: 'over 5,000 projects', options: { repeat: 3, years: 2 as const } },
])('the Dutch structural funds, $name, keep every unit of money', ({ name, options }) => {
  const path = importDutch(name, options)
  const exact = sumExactly(readDutch(), options)
  const shown = readLongghep<Shown>(['show', path])
  expect(shown.totals).toMatchObject({
    need: exact.need.toString(),
    allocated: exact.allocated.toString(),
    shortfall: exact.shortfall.toString(),
  })
  expect(shown.projects).toHaveLength(exact.projects)
  expect(shown.allocations).toHaveLength(exact.allocations)
  const { flags } = readLongghep<{ flags: { code: string; severity: string }[] }>(['check', path])
  const count = (wanted: string) =>
    flags.filter(({ code, severity }) => `${code} ${severity}` === wanted).length
  expect({
    totalInvestmentExceeded: count('total-investment-exceeded error'),
    underfundedError: count('underfunded error'),
    underfundedWarning: count('underfunded warning'),
  }).toEqual(exact.flags)
  expect(runLongghep(['verify', path]).code).toBe(0)
})

const BAD = fileURLToPath(new URL('../fixtures/bad/', import.meta.url))

function openBase(name: string): string {
  const path = folder.join(name)
  runLongghep(['new', path, '--from', '2026', '--to', '2028'])
  const tables = KINDS.flatMap((kind) => [`--${kind}`, `${BAD}base-${kind}.csv`])
  expect(runLongghep(['import', path, ...tables])).toMatchObject({ code: 0, err: '' })
  return path
}

test.each([
  { table: 'projects-duplicate-code', code: 'code-duplicate', row: 4 },
  { table: 'allocations-underscore-amount', code: 'amount-invalid', row: 3 },
  { table: 'allocations-ambiguous-number', code: 'number-format-ambiguous', row: 2 },
  { table: 'allocations-missing-column', code: 'column-missing', row: 1 },
  { table: 'allocations-unknown-line', code: 'line-unknown', row: 3 },
  { table: 'allocations-unknown-project', code: 'project-unknown', row: 3 },
  { table: 'allocations-negative-amount', code: 'amount-negative', row: 3 },
  { table: 'allocations-fraction-of-dong', code: 'amount-not-whole', row: 3 },
  { table: 'allocations-unknown-year', code: 'year-outside-plan', row: 3 },
  { table: 'lines-bad-enum', code: 'value-unknown', row: 3 },
  { table: 'allocations-header-only', code: 'table-empty', row: 1 },
])('$table is refused at its row and nothing is written', ({ table, code, row }) => {
  const path = openBase(`${table}.lgw`)
  const before = readFileSync(path)
  const [kind = ''] = table.split('-')
  const run = runLongghep(['import', path, `--${kind}`, `${BAD}${table}.csv`, '--json'])
  expect(run.code).toBe(2)
  const { problems } = JSON.parse(run.out) as { problems: Record<string, unknown>[] }
  const errors = problems.filter(({ severity }) => severity === 'error')
  expect(errors).toHaveLength(1)
  expect(errors[0]).toMatchObject({ code, row, file: `${table}.csv` })
  expect(String(errors[0]?.['message'])).toMatch(/\S.{15,}[^ :]\.$/)
  expect(readFileSync(path).equals(before)).toBe(true)
})

test('an empty file is refused with a sentence', () => {
  const path = openBase('empty.lgw')
  const run = runLongghep(['import', path, '--projects', `${BAD}empty.csv`])
  expect(run.code).toBe(2)
  expect(run.err).toContain('empty.csv')
})
