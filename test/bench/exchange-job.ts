import { readFileSync, writeFileSync } from 'node:fs'
import { createPlan } from '../../src/core/plan.ts'
import { DEFAULT_POLICY } from '../../src/core/policy.ts'
import { applyChange } from '../../src/core/plan-change.ts'
import { PlanIndex } from '../../src/core/plan-index.ts'
import { exportTable } from '../../src/engine/exchange/export-plan.ts'
import { planImport } from '../../src/engine/exchange/import-plan.ts'
import type { OutCell } from '../../src/engine/exchange/out-sheet.ts'
import { chooseTable, readTables } from '../../src/engine/exchange/read-table.ts'
import { readSheets } from '../../src/engine/exchange/read-sheets.ts'
import { writeSheets } from '../../src/engine/exchange/sheet.ts'
import { cellText } from '../../src/engine/exchange/sheet-table.ts'

/** One piece of work in a process of its own, so that its peak memory is its own: `job path` → `{ms, megabytes, sum}`. */
const [, , job = '', path = ''] = process.argv

const [ROWS, COLUMNS, TEXT_COLUMNS] = [100_000, 20, 3]

const amountAt = (row: number, column: number) =>
  (BigInt(row) * 7919n + BigInt(column) * 104_729n) % 1_000_000_000_000n

const textAt = (row: number, column: number) => `Dự án ${row % 5000} cột ${column}`

const EXPECTED = sumOf(function* () {
  for (let row = 0; row < ROWS; row += 1)
    for (let column = TEXT_COLUMNS; column < COLUMNS; column += 1) yield amountAt(row, column)
})

function sumOf(amounts: () => Iterable<bigint>): bigint {
  let sum = 0n
  for (const amount of amounts()) sum += amount
  return sum
}

function bigTable<T>(text: (value: string) => T, number: (value: bigint) => T): T[][] {
  const header = Array.from({ length: COLUMNS }, (_, column) => text(`cột ${column}`))
  const rows = Array.from({ length: ROWS }, (_, row) =>
    Array.from({ length: COLUMNS }, (_, column) =>
      column < TEXT_COLUMNS ? text(textAt(row, column)) : number(amountAt(row, column)),
    ),
  )
  return [header, ...rows]
}

const JOBS: Readonly<Record<string, () => Promise<() => Promise<bigint>>>> = {
  'write ours': async () => {
    const rows = bigTable<OutCell>(
      (text) => ({ text }),
      (amount) => ({ number: String(amount) }),
    )
    const sheet = {
      name: 'A',
      rows,
      widths: [],
      frozen: { rows: 1, columns: 1 },
      longNumberNote: '',
    }
    return async () => {
      writeFileSync(path, writeSheets([sheet]))
      return EXPECTED
    }
  },
  'write exceljs': async () => {
    const { default: Excel } = await import('exceljs')
    const rows = bigTable<string | number>(String, Number)
    return async () => {
      const book = new Excel.stream.xlsx.WorkbookWriter({ filename: path })
      const sheet = book.addWorksheet('A')
      for (const row of rows) sheet.addRow(row).commit()
      sheet.commit()
      await book.commit()
      return EXPECTED
    }
  },
  'write hucre': async () => {
    const { writeXlsx } = await import('hucre/xlsx')
    const rows = bigTable<string | number>(String, Number)
    return async () => {
      writeFileSync(path, await writeXlsx({ sheets: [{ name: 'A', rows }] }))
      return EXPECTED
    }
  },
  'read ours': async () => {
    const bytes = readFileSync(path)
    return async () => {
      const [sheet] = readSheets(bytes, path)
      return sumOf(function* () {
        for (const { cells } of sheet?.rows.slice(1) ?? [])
          for (const cell of cells.slice(TEXT_COLUMNS)) yield BigInt(cellText(cell))
      })
    }
  },
  'read exceljs': async () => {
    const { default: Excel } = await import('exceljs')
    return async () => {
      const book = new Excel.Workbook()
      await book.xlsx.readFile(path)
      return sumOf(function* () {
        const sheet = book.worksheets[0]
        for (let row = 2; row <= (sheet?.rowCount ?? 0); row += 1)
          for (let column = TEXT_COLUMNS + 1; column <= COLUMNS; column += 1)
            yield BigInt(Number(sheet?.getRow(row).getCell(column).value))
      })
    }
  },
  'read hucre': async () => {
    const { readXlsx } = await import('hucre/xlsx')
    const bytes = readFileSync(path)
    return async () => {
      const [sheet] = (await readXlsx(bytes)).sheets
      return sumOf(function* () {
        for (const row of sheet?.rows.slice(1) ?? [])
          for (const value of row.slice(TEXT_COLUMNS)) yield BigInt(Number(value))
      })
    }
  },
  'province there and back': async () => {
    const plan = provincePlan()
    return async () => {
      const copy = createPlan(plan.settings)
      const tables = await Promise.all(
        (['lines', 'projects', 'allocations'] as const).map(async (kind) => {
          const options = { unit: 'dong', language: 'vi' } as const
          const bytes = await exportTable(plan, new PlanIndex(plan), kind, 'xlsx', options)
          const table = chooseTable(await readTables(bytes, `${kind}.xlsx`), kind)
          if (!table) throw new Error(`no ${kind}`)
          return [kind, { file: kind, ...table }] as const
        }),
      )
      const { changes } = planImport(copy, Object.fromEntries(tables), {
        unit: 'dong',
        numberFormat: 'auto',
      })
      for (const change of changes) applyChange(copy, change)
      const sum = (of: typeof plan) =>
        [...of.allocations.values()].reduce((total, { amount }) => total + amount, 0n)
      if (copy.projects.size !== 3000 || sum(copy) !== sum(plan))
        throw new Error('not the same plan')
      return EXPECTED
    }
  },
}

/** 3,000 projects × 40 lines with 12,000 allocations. */
function provincePlan() {
  const plan = createPlan({
    title: 'Tỉnh',
    organisation: '',
    from: 2026,
    to: 2028,
    basis: '',
    policy: DEFAULT_POLICY,
  })
  const rowsOf = (texts: readonly string[]) =>
    texts.map((text, i) => ({ number: i + 1, cells: text.split(',') }))
  const table = (header: string, count: number, row: (i: number) => string) => ({
    file: '',
    sheet: '',
    rows: rowsOf([header, ...Array.from({ length: count }, (_, i) => row(i))]),
  })
  const tables = {
    lines: table(
      'code,name,source,year,ceiling',
      40,
      (i) => `L${i},Nguồn ${i},central,2026,${10 ** 14}`,
    ),
    projects: table(
      'code,name,group,stage,total_investment,need_2026',
      3000,
      (i) => `${7_000_001 + i},Dự án ${i},B,new-start,${10 ** 12 + i},${10 ** 11 + i}`,
    ),
    allocations: table(
      'project,line,year,amount',
      12_000,
      (i) =>
        `${7_000_001 + (i % 3000)},L${(i * 7 + Math.floor(i / 3000)) % 40},${2026 + (Math.floor(i / 3000) % 3)},${10 ** 9 + i * 7919}`,
    ),
  }
  const { changes, result } = planImport(plan, tables, { unit: 'dong', numberFormat: 'plain' })
  const error = result.problems.find(({ severity }) => severity === 'error')
  if (error) throw new Error(JSON.stringify(error))
  for (const change of changes) applyChange(plan, change)
  return plan
}

const prepare = JOBS[job]
if (!prepare) throw new Error(`no job ${job}`)
const run = await prepare()
const [start, cpu] = [performance.now(), process.cpuUsage()]
const sum = await run()
const ms = Math.round(performance.now() - start)
const { user, system } = process.cpuUsage(cpu)
if (sum !== EXPECTED) throw new Error(`${job}: ${sum} instead of ${EXPECTED}`)
process.stdout.write(
  JSON.stringify({
    ms,
    cpuMs: Math.round((user + system) / 1000),
    megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  }),
)
