import { type SeverityCounts } from '../core/rules/flag-marks.ts'
import { SEVERITIES, type Severity } from '../core/rules/rule-code.ts'

const SEVERITY_BITS = 2
const MOST = 2 ** (16 - SEVERITY_BITS) - 1

/** How many open flags a subject has in a year and the gravest severity; none has no severity. */
export interface FlagMark {
  readonly count: number
  readonly severity: Severity | null
}

/** Packs counts into 16 bits, as ports carry them; 0 where there is no flag. */
export function packFlagMark(counts: SeverityCounts): number {
  let [count, gravest] = [0, 0]
  for (let at = SEVERITIES.length - 1; at >= 0; at -= 1) {
    const found = counts[SEVERITIES[at] as Severity]
    if (found > 0) gravest = at
    count += found
  }
  return (Math.min(count, MOST) << SEVERITY_BITS) | gravest
}

/** Reads a packed mark. */
export function readFlagMark(mark: number): FlagMark {
  const count = mark >>> SEVERITY_BITS
  return { count, severity: count === 0 ? null : (SEVERITIES[mark & 3] ?? null) }
}
