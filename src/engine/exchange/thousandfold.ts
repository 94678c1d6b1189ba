import type { Money } from '../../core/money.ts'
import { formatMoney } from '../../core/number-format.ts'
import type { Project } from '../../core/project.ts'
import type { TableRow } from './sheet-table.ts'
import type { TableReader } from './table-reader.ts'

const THOUSAND = 1000n

/**
 * Warns where a total investment would cover the project's other figures if its separator had been misread:
 * `130` typed for `130.000`. Both readings are told; the cell stays as it is.
 */
export function reportThousandfold(reader: TableReader, row: TableRow, project: Project): void {
  const { totalInvestment, fundedBefore, needs } = project
  if (totalInvestment === 0n || !reader.has('total_investment')) return
  const other = [fundedBefore, ...needs.values()].reduce(
    (most, amount) => (amount > most ? amount : most),
    0n,
  )
  if (!isThousandfold(totalInvestment, other)) return
  reader.report(row, 'total_investment', {
    code: 'thousandfold',
    severity: 'warning',
    detail: {
      other: formatMoney(other as Money, reader.unitOf('total_investment')),
      read: formatMoney(totalInvestment, 'dong'),
      meant: formatMoney((totalInvestment * THOUSAND) as Money, 'dong'),
    },
  })
}

/** A hundred times too small as it stands, and about enough when taken a thousand times. */
function isThousandfold(total: bigint, other: bigint): boolean {
  return other >= total * 100n && other * 20n <= total * THOUSAND * 21n
}
