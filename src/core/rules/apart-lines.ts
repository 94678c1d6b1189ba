import { foldName } from '../eligibility.ts'
import { hasBit } from '../eligible-lines.ts'
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
    const mask = this.masks[line]
    return mask != null && hasBit(mask, other)
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
  const mask = new Uint32Array((count + 31) >>> 5)
  for (const line of lines) mask[line >>> 5] = (mask[line >>> 5] as number) | (1 << (line & 31))
  return mask
}
