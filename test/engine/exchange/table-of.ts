import type { ImportTable } from '../../../src/engine/exchange/import-plan.ts'
import { readCsv } from '../../../src/engine/exchange/csv.ts'

/** A table as its csv text would be read. */
export function tableOf(text: string, file = 'bang.csv'): ImportTable {
  return { file, ...readCsv(new TextEncoder().encode(text), file) }
}
