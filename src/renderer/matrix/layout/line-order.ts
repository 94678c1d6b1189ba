import type { FundingLine } from '../../../core/funding-line.ts'
import type { PlanColumns } from '../../plan/plan-columns.ts'
import { type ProgrammeBand, bandLines } from '../../plan/programme-bands.ts'

/** Programmes with their lines in the order a person moved them to; lines never moved come last, in their own. */
export function arrangeBands(columns: PlanColumns, order: readonly string[]): ProgrammeBand[] {
  const placeOf = new Map(order.map((code, at) => [code, at]))
  const place = ({ code }: FundingLine) => placeOf.get(code) ?? order.length
  return bandLines(columns.lines, columns.programmes).map((band) => ({
    ...band,
    lines: band.lines.toSorted((one, other) => place(one) - place(other)),
  }))
}

/** The order once some neighbours were moved to where another stands: behind it on the way right, else before it. */
export function moveTo(
  order: readonly string[],
  moving: readonly string[],
  to: string,
): readonly string[] {
  const [from, at] = [order.indexOf(moving[0] ?? ''), order.indexOf(to)]
  if (from < 0 || at < 0 || moving.includes(to)) return order
  const others = order.filter((code) => !moving.includes(code))
  const place = others.indexOf(to) + (at > from ? 1 : 0)
  return [...others.slice(0, place), ...moving, ...others.slice(place)]
}
