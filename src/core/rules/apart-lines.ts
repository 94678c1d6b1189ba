import { foldName } from '../eligibility.ts'
import { emptyMask, hasBit, setBit } from '../line-mask.ts'
import type { PlanIndex } from '../plan-index.ts'
import { UNCOUNTED } from '../programme-totals.ts'

/** Which lines of different target programmes are bound to communes they do not share, one bit per pair of line slots. */
export class ApartLines {
  private readonly masks: (Uint32Array | null)[]

  constructor({ lines, programmes }: PlanIndex) {
    const bound = lines.entries.flatMap(({ eligibility }, line) => {
      const programme = programmes.counted[line] as number
      const places = new Set(eligibility.places.map(foldName))
      return programme === UNCOUNTED || places.size === 0 ? [] : [{ line, programme, places }]
    })
    this.masks = lines.entries.map(() => null)
    for (const { line, programme, places } of bound) {
      const others = bound
        .filter((of) => of.programme !== programme && !hasCommon(of.places, places))
        .map((of) => of.line)
      if (others.length > 0) this.masks[line] = maskOf(others, lines.count)
    }
  }

  /** Whether no commune may have both lines' money. */
  areApart(line: number, other: number): boolean {
    return hasBit(this.masks[line], other)
  }

  /** Whether any line is apart from this one. */
  hasApart(line: number): boolean {
    return this.masks[line] != null
  }
}

function hasCommon(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const place of a) if (b.has(place)) return true
  return false
}

function maskOf(lines: readonly number[], count: number): Uint32Array {
  const mask = emptyMask(count)
  for (const line of lines) setBit(mask, line)
  return mask
}
