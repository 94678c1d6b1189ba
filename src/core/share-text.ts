import type { Language } from './number-format.ts'
import { percentSaid, percentText } from './percent-text.ts'
import { shareOf } from './ratio.ts'

const WHOLE = 10_000

/**
 * A share of two amounts, neither negative, as a percentage with no more decimals than it needs: `81.6`, `33.33`.
 * Rounded half up to a hundredth of a percent; a share short of `limit`, in basis points, never reads as if it reached it.
 */
export function shareText(part: bigint, whole: bigint, limit = WHOLE): string {
  const share = shareOf(part, whole)
  const isShort = part * BigInt(WHOLE) < whole * BigInt(limit)
  return percentText(isShort ? Math.min(share, limit - 1) : share)
}

/** The same, or null where there is nothing to have a share of. */
export function statedShare(part: bigint, whole: bigint): string | null {
  return whole === 0n ? null : shareText(part, whole)
}

/** The same as people read it, `81,6 %` or `81.6%`; a dash where there is nothing to have a share of. */
export function formatShare(part: bigint, whole: bigint, language: Language): string {
  const share = statedShare(part, whole)
  return share === null ? '–' : percentSaid(share, language)
}
