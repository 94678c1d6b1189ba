import { UNIT_DIGITS } from '../../core/money.ts'
import { formatMoney } from '../../core/number-format.ts'
import { isAmountKey } from './amount-key.ts'
import type { StatedSum } from './annex-rows.ts'
import type { TableRow } from './sheet-table.ts'
import type { TableReader } from './table-reader.ts'

/** Compares the sums an annex states with those of its own rows; a shown unit of difference is rounding. */
export function checkSums(reader: TableReader, sums: readonly StatedSum[]): void {
  const keys = reader.keys.filter(isAmountKey)
  for (const { row, members } of sums) {
    for (const key of keys) {
      const computed = members.reduce((sum, member) => sum + (reader.amount(member, key) ?? 0n), 0n)
      compare(reader, row, key, computed)
    }
  }
}

/** Compares each project's stated total of a year with the money of its lines in the annex. */
export function checkStatedTotals(reader: TableReader): void {
  for (const key of reader.keys) {
    const year = /^stated:(\d{4})$/.exec(key)?.[1]
    const lines = reader.keys.filter(
      (line) => line.startsWith('line:') && line.endsWith(`:${year}`),
    )
    if (year === undefined || lines.length === 0) continue
    for (const row of reader.rows) {
      const computed = lines.reduce((sum, line) => sum + (reader.amount(row, line) ?? 0n), 0n)
      compare(reader, row, key, computed)
    }
  }
}

function compare(reader: TableReader, row: TableRow, key: string, computed: bigint): void {
  const stated = reader.amount(row, key) ?? null
  if (stated === null || stated === computed) return
  const unit = reader.unitOf(key)
  const difference = stated > computed ? stated - computed : computed - stated
  const isRounding = difference <= 10n ** BigInt(UNIT_DIGITS[unit])
  reader.report(row, key, {
    code: isRounding ? 'subtotal-rounded' : 'subtotal-differs',
    severity: isRounding ? 'info' : 'warning',
    detail: { computed: formatMoney(computed as typeof stated, unit) },
  })
}
