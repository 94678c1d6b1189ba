/** A share as percent text with one decimal, such as `81.6`; cut, never rounded up to a full 100. Neither figure is negative. */
export function percentBelow(part: bigint, whole: bigint): string {
  if (whole === 0n) return '0.0'
  const tenths = (part * 1000n) / whole
  return `${tenths / 10n}.${tenths % 10n}`
}
