import { Decimal } from './decimal.ts'

/** A share as percent text with one decimal, such as `81.6`; cut, never rounded up to a full 100. */
export function percentBelow(part: bigint, whole: bigint): string {
  if (whole === 0n) return '0.0'
  const share = new Decimal(part.toString()).times(100).div(whole.toString())
  return share.toFixed(1, Decimal.ROUND_DOWN)
}
