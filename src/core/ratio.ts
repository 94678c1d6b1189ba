import { Decimal } from './decimal.ts'

// Each of three roundings errs by at most 2^-53 of the value; the band leaves a margin beyond their sum.
const GUARD = 2 ** -50

const LARGEST = 2n ** 53n

/**
 * A share in basis points (hundredths of a percent), rounded half up, of whole amounts from 0 to 2^53.
 * Doubles answer where they cannot be wrong; within the guard band of a tie decimal.js does.
 */
export function basisPoints(part: number, whole: number): number {
  if (whole === 0) return 0
  const share = (part / whole) * 10_000
  const floor = Math.floor(share)
  const pastHalf = share - floor - 0.5
  if (Math.abs(pastHalf) > Math.max(1, share) * GUARD) return pastHalf > 0 ? floor + 1 : floor
  return new Decimal(part).times(10_000).div(whole).toDecimalPlaces(0).toNumber()
}

/** The same of amounts of any size, neither negative: sums of a whole plan go beyond 2^53. */
export function shareOf(part: bigint, whole: bigint): number {
  if (part <= LARGEST && whole <= LARGEST) return basisPoints(Number(part), Number(whole))
  return whole === 0n ? 0 : Number((part * 20_000n + whole) / (2n * whole))
}

/** Compares `a × b` with `c × d` for whole numbers up to 2^53: negative, zero or positive, never wrong. */
export function compareProducts(a: number, b: number, c: number, d: number): number {
  const [left, right] = [a * b, c * d]
  const difference = left - right
  if (Math.abs(difference) > (Math.abs(left) + Math.abs(right)) * GUARD) return difference
  const exact = BigInt(a) * BigInt(b) - BigInt(c) * BigInt(d)
  return Number(exact > 0n) - Number(exact < 0n)
}
