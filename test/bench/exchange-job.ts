import { createHash } from 'node:crypto'
import { TABLE_KINDS, type TableKind } from '../../src/contract/tables.ts'
import { contentHash } from '../../src/core/content-hash.ts'
import { type Plan, createPlan } from '../../src/core/plan.ts'
import { applyChange } from '../../src/core/plan-change.ts'
import { PlanIndex } from '../../src/core/plan-index.ts'
import { DEFAULT_POLICY } from '../../src/core/policy.ts'
import { exportTable } from '../../src/engine/exchange/export-plan.ts'
import { type ImportTable, planImport } from '../../src/engine/exchange/import-plan.ts'
import { chooseTable, readTables } from '../../src/engine/exchange/read-table.ts'
import { READERS, WRITERS } from './exchange-peers.ts'
import { SHEET_SIZES, type SheetSizeName, sumOfRows, sumOfTable } from './exchange-table.ts'
import { WORK_SIZES, generatePlan } from './generate-plan.ts'

/** One piece of work in a process of its own, so that its peak memory is its own: `work by size path` → `{ms, cpuMs, megabytes}`. */
const [, , work = '', by = '', size = '', path = ''] = process.argv

/** Work to measure, and the proof, outside the measure, that it was done right. */
interface Job {
  readonly run: () => Promise<unknown>
  readonly check: () => Promise<void>
}

async function prepare(): Promise<Job> {
  if (work === 'carry') return carryOver(generatePlan(WORK_SIZES.province))
  const sheet = SHEET_SIZES[size as SheetSizeName]
  if (!sheet) throw new Error(`no size ${size}`)
  const expected = sumOfTable(sheet)
  const expect = (sum: bigint) => {
    if (sum !== expected) throw new Error(`${work} ${by}: ${sum} instead of ${expected}`)
  }
  if (work === 'write') {
    const run = await WRITERS[by]?.(path, sheet)
    if (!run) throw new Error(`no writer ${by}`)
    return {
      run,
      check: async () => expect(sumOfRows((await (await READERS['ours']?.(path))?.())?.() ?? [])),
    }
  }
  const read = await READERS[by]?.(path)
  if (!read) throw new Error(`no reader ${by}`)
  let rows: () => Iterable<Iterable<unknown>> = () => []
  return {
    run: async () => {
      rows = await read()
    },
    check: async () => expect(sumOfRows(rows())),
  }
}

/** A province's plan out into one workbook of every table and in again into an empty plan. */
function carryOver(plan: Plan): Job {
  const copy = createPlan({
    title: '',
    organisation: '',
    from: 2026,
    to: 2026,
    basis: '',
    policy: DEFAULT_POLICY,
  })
  return {
    run: async () => {
      const options = { unit: 'dong', language: 'vi' } as const
      const bytes = await exportTable(plan, new PlanIndex(plan), 'all', 'xlsx', options)
      const sheets = await readTables(bytes, 'all.xlsx')
      const tables: Partial<Record<TableKind, ImportTable>> = {}
      for (const kind of TABLE_KINDS) {
        const table = chooseTable(sheets, kind)
        if (table) tables[kind] = { file: 'all.xlsx', ...table }
      }
      const { changes } = planImport(copy, tables, { unit: 'dong', numberFormat: 'auto' })
      for (const change of changes) applyChange(copy, change)
    },
    check: async () => {
      if (hashOf(copy) !== hashOf(plan)) throw new Error('not the same plan')
    },
  }
}

function hashOf(plan: Plan): string {
  const hash = createHash('sha256')
  return contentHash(plan, {
    update: (text) => void hash.update(text),
    digest: () => hash.digest('hex'),
  })
}

const { run, check } = await prepare()
const [start, cpu] = [performance.now(), process.cpuUsage()]
await run()
const ms = Math.round(performance.now() - start)
const { user, system } = process.cpuUsage(cpu)
const megabytes = Math.round(process.resourceUsage().maxRSS / 1024)
await check()
process.stdout.write(JSON.stringify({ ms, cpuMs: Math.round((user + system) / 1000), megabytes }))
