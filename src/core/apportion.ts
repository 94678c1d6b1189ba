import { type Money, money } from './money.ts'

/** One receiver of a split: a weight of zero or more, and the key that breaks ties (project code, then line code). */
export interface Share {
  readonly weight: bigint
  readonly key: string
}

/**
 * Splits an amount by weight, exactly, by largest remainder; equal remainders go to the lower key.
 * Weights are zero or more and not all zero unless the amount is. @throws RangeError otherwise
 */
export function apportion(total: Money, shares: readonly Share[]): Money[] {
  const sum = shares.reduce((weights, { weight }) => weights + weight, 0n)
  if (total < 0n || shares.some(({ weight }) => weight < 0n) || (sum === 0n && total !== 0n)) {
    throw new RangeError('nothing to split by')
  }
  if (sum === 0n) return shares.map(() => money(0))
  const parts = shares.map(({ weight }) => (total * weight) / sum)
  const remainders = shares.map(({ weight }) => (total * weight) % sum)
  const left = Number(total - parts.reduce((given, part) => given + part, 0n))
  const order = shares
    .map((_share, at) => at)
    .sort((a, b) => compareShares(shares, remainders, a, b))
  for (const at of order.slice(0, left)) parts[at] = (parts[at] ?? 0n) + 1n
  return parts.map(money)
}

function compareShares(
  shares: readonly Share[],
  remainders: readonly bigint[],
  a: number,
  b: number,
): number {
  const [left, right] = [remainders[a] ?? 0n, remainders[b] ?? 0n]
  if (left !== right) return left > right ? -1 : 1
  const [leftKey, rightKey] = [shares[a]?.key ?? '', shares[b]?.key ?? '']
  return leftKey < rightKey ? -1 : Number(leftKey > rightKey)
}
