import type { Money } from './money.ts'

// What a running double may hold before another amount of 10^15 could take it past 2^53.
const SAFE = 2 ** 53 - 10 ** 15

/** Adds whole amounts of at most ±10^15 đồng exactly: in a double while that is exact, then in a bigint. */
export function sumAmounts(amounts: Float64Array): Money {
  let spilled = 0n
  let running = 0
  for (let at = 0; at < amounts.length; at += 1) {
    running += amounts[at] as number
    if (running > SAFE || running < -SAFE) {
      spilled += BigInt(running)
      running = 0
    }
  }
  return (spilled + BigInt(running)) as Money
}
