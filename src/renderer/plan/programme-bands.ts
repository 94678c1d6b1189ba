import type { FundingLine } from '../../core/funding-line.ts'
import type { Programme } from '../../core/programme.ts'

/** Lines of one top-level programme side by side, in one quiet colour; `band` numbers the colours of `theme.css`. */
export interface ProgrammeBand {
  readonly programme: Programme | null
  readonly band: number
  readonly lines: readonly FundingLine[]
}

/** How many band colours there are before they repeat. */
export const BAND_COLOURS = 8

/** Groups lines by top-level programme, in the order the programmes come; lines without one stand last. */
export function bandLines(
  lines: readonly FundingLine[],
  programmes: ReadonlyMap<number, Programme>,
): ProgrammeBand[] {
  const byTop = new Map<number | null, FundingLine[]>()
  for (const line of lines) {
    const top = topOf(line.programme, programmes)
    const group = byTop.get(top)
    if (group) group.push(line)
    else byTop.set(top, [line])
  }
  const order = [...programmes.keys(), null].filter((id) => byTop.has(id))
  return order.map((id, index) => ({
    programme: id === null ? null : (programmes.get(id) ?? null),
    band: index % BAND_COLOURS,
    lines: byTop.get(id) ?? [],
  }))
}

function topOf(id: number | null, programmes: ReadonlyMap<number, Programme>): number | null {
  const seen = new Set<number>()
  let node = id === null ? undefined : programmes.get(id)
  while (node && node.parent !== null && !seen.has(node.id)) {
    seen.add(node.id)
    node = programmes.get(node.parent)
  }
  return node && node.parent === null ? node.id : null
}
