import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { fileURLToPath } from 'node:url'
import { measureCore } from './core.ts'
import { measureDurability } from './durable-edit.ts'
import { measureExchange } from './exchange.ts'
import { type SizeName, WORK_SIZES, generatePlan } from './generate-plan.ts'
import { measureWindow } from './window.ts'

const asked = process.argv.slice(2).filter((name): name is SizeName => name in WORK_SIZES)
const sizes = asked.length > 0 ? asked : (Object.keys(WORK_SIZES) as SizeName[])
const results: Record<string, unknown> = {
  at: new Date().toISOString(),
  machine: {
    processor: cpus()[0]?.model,
    cores: cpus().length,
    memory: totalmem(),
    node: process.version,
  },
}

for (const size of sizes) {
  const core = measureCore(generatePlan(WORK_SIZES[size]))
  const durability = await measureDurability(generatePlan(WORK_SIZES[size]))
  // Without a display there is no window to look at.
  const window = process.env['DISPLAY'] ? await measureWindow(size) : []
  results[size] = { core, durability, window }
  console.info(`\n${size}`)
  console.table(core.map((of) => rounded({ ...of, ratio: of.peer && of.peer / of.ours })))
  console.table(rounded({ ...durability }))
  if (window.length > 0) console.table(window.map((of) => rounded({ ...of })))
}
if (asked.length === 0 || asked.includes('province')) {
  results['exchange'] = measureExchange()
  console.table(results['exchange'])
}

/** Figures as a person compares them. */
function rounded(row: Record<string, unknown>) {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      typeof value === 'number' ? Number(value.toPrecision(3)) : value,
    ]),
  )
}

const folder = fileURLToPath(new URL('results/', import.meta.url))
mkdirSync(folder, { recursive: true })
const name = `${String(results['at']).slice(0, 10)}.json`
writeFileSync(`${folder}${name}`, `${JSON.stringify(results, null, 2)}\n`)
