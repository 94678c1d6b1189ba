import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { TABLE_KINDS } from '../../src/contract/tables.ts'
import expected from '../fixtures/sample-expected.json' with { type: 'json' }
import { useTemporaryFolder } from '../builders/temporary-folder.ts'
import { readLongghep, runLongghep } from './run-longghep.ts'

interface Shown {
  plan: { title: string; from: number; to: number }
  programmes: { code: string }[]
  lines: { code: string; years: Record<string, Record<string, string>> }[]
  projects: { code: string; years: Record<string, Record<string, string | number>> }[]
  allocations: { project: string; line: string; year: number; amount: string }[]
  totals: Record<string, string>
  contentHash: string
}

interface Checked {
  flags: { code: string; severity: string; subject: { code: string }; year: number | null }[]
  counts: Record<string, number>
}

const folder = useTemporaryFolder()

function makeSmallWorkbook(name: string): string {
  const path = folder.join(name)
  const write = (table: string, text: string) => {
    writeFileSync(folder.join(`${table}.csv`), text)
    return ['--' + table, folder.join(`${table}.csv`)]
  }
  expect(runLongghep(['new', path, '--from', '2026', '--to', '2027', '--title', 'Thử']).code).toBe(
    0,
  )
  const tables = [
    ...write('programmes', 'code,name,kind,parent\nNSNN,Ngân sách,state-budget,\n'),
    ...write(
      'lines',
      'code,name,programme,source,capital_type,year,ceiling,reserve\nNST,Ngân sách tỉnh,NSNN,provincial,development,2026,2000000000,0\n',
    ),
    ...write(
      'projects',
      'code,name,place,group,stage,start_year,end_year,total_investment,need_2026\n7654321,Trường Mô Rai,Mô Rai,B,new-start,2026,2027,3000000000,1500000000\n',
    ),
  ]
  const imported = runLongghep(['import', path, ...tables, '--json'])
  expect(imported.err).toBe('')
  expect(JSON.parse(imported.out)).toMatchObject({
    added: 3,
    updated: 0,
    unchanged: 0,
    problems: [],
  })
  return path
}

test('the sample workbook has exactly the totals an independent count gives', () => {
  const path = folder.join('sample.lgw')
  expect(runLongghep(['sample', path]).code).toBe(0)
  const shown = readLongghep<Shown>(['show', path])
  expect(shown.totals).toMatchObject({
    ceiling: expected.totals.ceiling,
    allocated: expected.totals.allocated,
    remaining: expected.totals.remaining,
    need: expected.totals.need,
    shortfall: expected.totals.shortfall,
  })
  expect(shown.projects).toHaveLength(expected.rows.projects)
  expect(shown.lines).toHaveLength(expected.rows.lines)
  expect(shown.allocations).toHaveLength(expected.rows.allocations)
  expect(shown.contentHash).toMatch(/^[0-9a-f]{64}$/)
  for (const { code, years } of shown.lines) {
    expect({ code, years }).toMatchObject({
      code,
      years: (expected.lines as Record<string, object>)[code],
    })
  }
})

test('entering, checking, undoing and redoing go through one file', () => {
  const path = makeSmallWorkbook('steps.lgw')
  const before = readLongghep<Shown>(['show', path]).contentHash
  expect(runLongghep(['check', path]).code).toBe(0)
  const flagged = readLongghep<Checked>(['check', path])
  expect(flagged.flags.map(({ code }) => code)).toContain('underfunded')
  expect(runLongghep(['set', path, '7654321', 'NST', '2026', '1,5 tỷ']).code).toBe(0)
  const after = readLongghep<Shown>(['show', path])
  expect(after.allocations).toEqual([
    { project: '7654321', line: 'NST', year: 2026, amount: '1500000000', note: '' },
  ])
  expect(after.totals).toMatchObject({
    allocated: '1500000000',
    remaining: '500000000',
    shortfall: '0',
  })
  const funded = readLongghep<Checked>(['check', path])
  expect(funded.flags.map(({ code }) => code)).not.toContain('underfunded')
  expect(runLongghep(['set', path, '7654321', 'NST', '2026', '=ceiling+1']).code).toBe(0)
  expect(runLongghep(['check', path]).code).toBe(1)
  expect(runLongghep(['undo', path]).code).toBe(0)
  expect(runLongghep(['undo', path]).code).toBe(0)
  expect(readLongghep<Shown>(['show', path]).contentHash).toBe(before)
  expect(runLongghep(['redo', path]).code).toBe(0)
  expect(readLongghep<Shown>(['show', path]).contentHash).toBe(after.contentHash)
  const { changes } = readLongghep<{ changes: { seq: number; kind: string; summary: string }[] }>([
    'history',
    path,
  ])
  expect(changes.map(({ kind }) => kind)).toEqual([
    'created',
    'import',
    'allocation-set',
    'allocation-set',
    'undo',
    'undo',
    'redo',
  ])
  expect(changes.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7])
  expect(runLongghep(['verify', path]).code).toBe(0)
})

test('wrong usage and bad input end with 2, say why in one line and write nothing', () => {
  const path = makeSmallWorkbook('refusals.lgw')
  const bytes = readFileSync(path)
  for (const args of [
    ['set', path, '7654321', 'NST', '2026', '1_000'],
    ['set', path, '7654321', 'NST', '2031', '1000'],
    ['set', path, '9999999', 'NST', '2026', '1000'],
    ['set', path, '7654321', 'XXX', '2026', '1000'],
    ['set', path, '7654321', 'NST', 'nay', '1000'],
    ['set', path],
    ['check', path, '--year', '26'],
    ['check', folder.join('nowhere.lgw')],
    ['export', path, '--to', folder.join('x.pdf')],
    ['new', path, '--from', '2026', '--to', '2027'],
    ['new', folder.join('n.lgw'), '--from', '2027', '--to', '2026'],
    ['import', path, '--projects', folder.join('nowhere.csv')],
    ['launch'],
    ['redo', path],
  ]) {
    const run = runLongghep(args)
    expect({ args, code: run.code }).toEqual({ args, code: 2 })
    expect(run.err.trim().split('\n')).toHaveLength(1)
    expect(run.err.trim().length).toBeGreaterThan(10)
    expect(run.out).toBe('')
  }
  expect(readFileSync(path).equals(bytes)).toBe(true)
  expect(existsSync(folder.join('n.lgw'))).toBe(false)
  expect(readdirSync(folder.path).filter((name) => name.includes('.tmp'))).toEqual([])
})

test('a damaged file ends with 3 and verify says what is wrong', () => {
  const path = makeSmallWorkbook('damaged.lgw')
  const bytes = readFileSync(path)
  bytes[5000] = (bytes[5000] ?? 0) ^ 1
  writeFileSync(path, bytes)
  expect(runLongghep(['show', path]).code).toBe(3)
  const verified = runLongghep(['verify', path, '--json'])
  expect(verified.code).toBe(3)
  expect(JSON.parse(verified.out)).toMatchObject({
    ok: false,
    problems: [{ code: 'workbook-altered' }],
  })
  expect(readFileSync(path).equals(bytes)).toBe(true)
})

test('sentences come in the language asked for', () => {
  const path = makeSmallWorkbook('language.lgw')
  expect(runLongghep(['check', path, '--lang', 'en']).out).toContain('need')
  expect(runLongghep(['check', path, '--lang', 'vi']).out).toContain('nhu cầu')
})

test('a duplicate code in one import names file, row and code, and writes nothing', () => {
  const path = makeSmallWorkbook('duplicate.lgw')
  const bytes = readFileSync(path)
  const table = folder.join('twice.csv')
  writeFileSync(table, 'code,name\n7000001,Một\n7000002,Hai\n7000001,Ba\n')
  const run = runLongghep(['import', path, '--projects', table, '--json'])
  expect(run.code).toBe(2)
  const { problems } = JSON.parse(run.out) as { problems: Record<string, unknown>[] }
  const errors = problems.filter(({ severity }) => severity === 'error')
  expect(errors).toHaveLength(1)
  expect(errors[0]).toMatchObject({
    code: 'code-duplicate',
    file: 'twice.csv',
    row: 4,
    value: '7000001',
  })
  expect(run.err).toContain('twice.csv · A4 (code)')
  expect(readFileSync(path).equals(bytes)).toBe(true)
})

test('a column that reads two ways is asked about, with both readings, and read once told', () => {
  const path = makeSmallWorkbook('ambiguous.lgw')
  const table = folder.join('ambiguous.csv')
  writeFileSync(table, 'project,line,year,amount\n7654321,NST,2026,1.234\n')
  const args = ['import', path, '--allocations', table, '--unit', 'million', '--json']
  const run = runLongghep(args)
  expect(run.code).toBe(2)
  expect(run.out).toContain('number-format-ambiguous')
  expect(run.out).toContain('1234')
  expect(runLongghep([...args, '--number-format', 'vi']).code).toBe(0)
  expect(readLongghep<Shown>(['show', path]).totals['allocated']).toBe('1234000000')
})

test('a dry run reports and writes nothing', () => {
  const path = makeSmallWorkbook('dry.lgw')
  const bytes = readFileSync(path)
  const table = folder.join('dry.csv')
  writeFileSync(table, 'code,name\n7000009,Chín\n')
  const run = runLongghep(['import', path, '--projects', table, '--dry-run', '--json'])
  expect(run.code).toBe(0)
  expect(JSON.parse(run.out)).toMatchObject({ added: 1 })
  expect(readFileSync(path).equals(bytes)).toBe(true)
})

interface Flagged {
  code: string
  subject: { code: string }
  year: number | null
}

test('what export writes, import reads back to an equal plan', () => {
  const path = folder.join('whole.lgw')
  expect(runLongghep(['sample', path]).code).toBe(0)
  const decided = ['--by', 'Lan', '--reason', 'đã rà soát']
  const off = ['--set', 'rule.scattered-line=off', '--set', 'maxProgrammes=3', ...decided]
  expect(runLongghep(['policy', path, ...off]).code).toBe(0)
  const { flags } = readLongghep<{ flags: Flagged[] }>(['check', path])
  const flag = flags.find(({ code }) => code === 'underfunded')
  const target = [flag?.code ?? '', flag?.subject.code ?? '', String(flag?.year)]
  expect(runLongghep(['waive', path, ...target, ...decided]).code).toBe(0)
  const { plan, contentHash } = readLongghep<Shown>(['show', path])
  for (const extension of ['csv', 'xlsx']) {
    const copy = folder.join(`copy-${extension}.lgw`)
    const period = ['--from', '2027', '--to', String(plan.to), '--title', 'Bản sao']
    expect(runLongghep(['new', copy, ...period]).code).toBe(0)
    const write = (what: string) => {
      const to = folder.join(`${what}.${extension}`)
      expect(runLongghep(['export', path, '--to', to, '--what', what]).code).toBe(0)
      return to
    }
    const whole = extension === 'xlsx' ? write('all') : null
    const tables = TABLE_KINDS.flatMap((kind) => [`--${kind}`, whole ?? write(kind)])
    const imported = runLongghep(['import', copy, ...tables])
    expect({ extension, code: imported.code, err: imported.err }).toEqual({
      extension,
      code: 0,
      err: '',
    })
    expect(readLongghep<Shown>(['show', copy]).contentHash).toBe(contentHash)
  }
})

test('wrong usage is explained in the language asked for, with what the command takes', () => {
  const vietnamese = runLongghep(['set', 'a.lgw', '--lang', 'vi'])
  expect(vietnamese.err).toContain('set <file> <project> <line> <year> <amount>')
  expect(vietnamese.err).toContain('Không hiểu')
  expect(runLongghep(['launch', '--lang', 'en']).err).toContain('new | sample | import')
  expect(runLongghep(['check', 'a.lgw', '--loud', '--lang', 'en']).err).toContain('check <file>')
  expect(runLongghep(['--help', '--lang', 'vi'])).toMatchObject({ code: 0 })
  expect(runLongghep(['check', '--help', '--lang', 'vi']).out).toContain('Tùy chọn:')
  const path = makeSmallWorkbook('usage.lgw')
  const unsaid = runLongghep(['export', path, '--to', folder.join('x.csv')])
  expect(unsaid).toMatchObject({ code: 2 })
  expect(unsaid.err).toContain('--what')
  expect(unsaid.err).not.toContain('undefined')
})

test('a totals row without a code is left out with a warning, and a project that only sounds like one is not', () => {
  const path = makeSmallWorkbook('totals.lgw')
  const table = folder.join('totals.csv')
  writeFileSync(
    table,
    'Mã dự án,Danh mục dự án,Nhu cầu 2026\n7000001,Tổng kho vật tư,1000000\n,Tổng cộng,1000000\n,TỔNG SỐ:,1000000\n',
  )
  const run = runLongghep(['import', path, '--projects', table, '--json'])
  expect(run.code).toBe(0)
  const { added, problems } = JSON.parse(run.out) as {
    added: number
    problems: { code: string; row: number }[]
  }
  expect(added).toBe(1)
  expect(problems.filter(({ code }) => code === 'total-row').map(({ row }) => row)).toEqual([3, 4])
  expect(readLongghep<Shown>(['show', path]).totals['need']).toBe('1501000000')
})

test('a year outside the plan, another language, a missing period and a steering title are refused', () => {
  const path = makeSmallWorkbook('more-refusals.lgw')
  for (const args of [
    ['check', path, '--year', '2050'],
    ['show', path, '--lang', 'fr'],
    ['new', folder.join('a.lgw'), '--from', '2026'],
    ['new', folder.join('a.lgw'), '--from', '2026', '--to', '2027', '--title', 'a\u001b[31m'],
    ['set', path, '\u001b[31mx\u202e', 'NST', '2026', '1'],
  ]) {
    const run = runLongghep(args)
    expect({ args, code: run.code }).toEqual({ args, code: 2 })
    expect(run.err).not.toContain('undefined')
    expect(run.err.trim()).not.toMatch(/\p{Cc}|\u202e/u)
  }
  expect(existsSync(folder.join('a.lgw'))).toBe(false)
})
