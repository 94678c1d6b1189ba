import { inflateRawSync } from 'node:zlib'
import { TABLE_KINDS } from '../../src/contract/tables.ts'
import { PlanIndex } from '../../src/core/plan-index.ts'
import type { Plan } from '../../src/core/plan.ts'
import { exportTable } from '../../src/engine/exchange/export-plan.ts'
import { openSmallWorkbook } from '../builders/small-workbook.ts'

/** Texts a spreadsheet would carry out if they stood in a cell as they are. */
export const PAYLOADS: readonly string[] = [
  '=1+1',
  "=cmd|'/c calc'!A1",
  '+1+1',
  '-1+1',
  '@SUM(1)',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  'a\n=1+1',
  'a\r=1+1',
  '=HYPERLINK("http://x","y")',
  '=IMPORTXML("http://x","//a")',
]

/** How many formulas the payloads add to exports of every text field; the annex has sums of its own. */
export async function exportPayloads(): Promise<{ exports: number; live: number }> {
  const own = await countFormulas('vô hại')
  let live = 0
  for (const payload of PAYLOADS) live += (await countFormulas(payload)) - own
  return { exports: PAYLOADS.length * TABLES.length * 2, live }
}

const TABLES = [...TABLE_KINDS, 'matrix'] as const

async function countFormulas(text: string): Promise<number> {
  const plan = poison(text)
  let count = 0
  for (const what of TABLES) {
    const csv = await exportTable(plan, new PlanIndex(plan), what, 'csv', OPTIONS)
    const xlsx = await exportTable(plan, new PlanIndex(plan), what, 'xlsx', OPTIONS)
    count += liveInCsv(Buffer.from(csv).toString('utf8')) + liveInSheet(Buffer.from(xlsx))
  }
  return count
}

const OPTIONS = { unit: 'dong', language: 'vi' } as const

/** Puts a text into every field that takes one. */
function poison(text: string): Plan {
  const session = openSmallWorkbook()
  const { plan } = session
  const put = <T extends object>(entry: T, names: readonly (keyof T)[]): T =>
    Object.assign({ ...entry }, Object.fromEntries(names.map((name) => [name, text])))
  const line = plan.lines.get(1)
  const project = plan.projects.get(1)
  const programme = plan.programmes.get(1)
  if (!line || !project || !programme) throw new Error('the small workbook has changed')
  plan.lines.set(1, put(line, ['code', 'name', 'budgetCodes', 'basis']))
  plan.programmes.set(1, put(programme, ['code', 'name']))
  plan.projects.set(
    1,
    put(project, ['name', 'place', 'sector', 'task', 'owner', 'decision', 'exception']),
  )
  plan.tasks.set(1, { id: 1, code: text, name: text, basis: text })
  const { policy } = plan.settings
  plan.settings = {
    ...plan.settings,
    title: text,
    organisation: text,
    basis: text,
    policy: {
      ...policy,
      tiers: policy.tiers.map((tier) => ({ ...tier, source: text })),
      rules: new Map([['underfunded', { severity: 'off', by: text, reason: text }]]),
    },
  }
  const target = { rule: 'underfunded', subject: 'project', id: 1, year: 2026 } as const
  plan.waivers.set('w', { ...target, reason: text, by: text, at: text, gauge: 1n })
  session.file.discard()
  return plan
}

/** Cells a spreadsheet would read as formulas, numbers aside. */
export function liveInCsv(text: string): number {
  const cells = text.replace(/^\ufeff/, '').match(/"(?:[^"]|"")*"|[^,;\r\n]+/g) ?? []
  return cells.filter((cell) => {
    const value = cell.startsWith('"') ? cell.slice(1, -1) : cell
    return /^[=+\-@\t\r\n]/.test(value) && !/^-?[\d.]+$/.test(value)
  }).length
}

/** Formula elements in any part of the archive. */
function liveInSheet(archive: Buffer): number {
  let live = 0
  for (let at = 0; archive.readUInt32LE(at) === 0x04034b50; ) {
    const [name, extra] = [archive.readUInt16LE(at + 26), archive.readUInt16LE(at + 28)]
    const size = archive.readUInt32LE(at + 18)
    const start = at + 30 + name + extra
    const packed = archive.subarray(start, start + size)
    const isPacked = archive.readUInt16LE(at + 8) === 8
    const text = (isPacked ? inflateRawSync(packed) : packed).toString('utf8')
    live += text.match(/<f[ >/]/g)?.length ?? 0
    at = start + size
  }
  return live
}
