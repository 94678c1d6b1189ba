import { money } from '../money.ts'
import type { PlanFacts } from './plan-facts.ts'
import type { Rule } from './rule.ts'

/** A part of the central development money of the period stays in reserve. */
export const reserveMissing: Rule = {
  code: 'reserve-missing',
  subject: 'plan',
  isYearly: false,
  reads: 'fields',
  severity: 'info',
  trust: 'S',
  source: 'Dự phòng kế hoạch đầu tư công trung hạn (nguồn thứ cấp, độ tin cậy thấp)',
  count(facts) {
    const { required, actual } = reserveOf(facts)
    return Number(actual < required)
  },
  describe(facts) {
    const { required, actual, ceiling } = reserveOf(facts)
    const detail = { required: money(required), actual: money(actual), ceiling: money(ceiling) }
    return [{ detail, gauge: required - actual }]
  },
}

function reserveOf({ index: { lines, plan }, offsets }: PlanFacts) {
  let [ceiling, actual] = [0n, 0n]
  lines.entries.forEach(({ source, capitalType }, slot) => {
    if (source !== 'central' || capitalType !== 'development') return
    for (const offset of offsets) {
      ceiling += BigInt(lines.ceiling[slot * lines.span.count + offset] ?? 0)
      actual += BigInt(lines.reserve[slot * lines.span.count + offset] ?? 0)
    }
  })
  const part = BigInt(plan.settings.policy.reservePart)
  return { ceiling, actual, required: (ceiling * part + 9_999n) / 10_000n }
}
