import { type PolicyAuthor, type PolicyHolder, enterPolicy, listPolicy } from './policy-entry.ts'
import type { Policy } from './policy.ts'
import type { Trust } from './rules/rule-code.ts'

/** One setting of a policy as a table states it: its value as text, where a place in the order comes from, and who set a rule and why. */
export interface PolicyRow extends PolicyAuthor {
  readonly key: string
  readonly value: string
  readonly source: string
  readonly trust: Trust | ''
}

/** Every setting of a plan's policy, a row each: amounts in whole đồng, shares in percent. */
export function policyRows(plan: PolicyHolder): PolicyRow[] {
  const { tiers, rules } = plan.settings.policy
  const cited = new Map(
    tiers.map(({ stage, source, trust }) => [tierKey(stage), { source, trust }]),
  )
  const decided = new Map(
    [...rules].map(([code, { by, reason }]) => [`rule.${code}`, { by, reason }]),
  )
  return Object.entries(listPolicy(plan)).map(([key, value]) => ({
    key,
    value,
    source: '',
    trust: '' as const,
    by: '',
    reason: '',
    ...cited.get(key),
    ...decided.get(key),
  }))
}

/**
 * The plan's policy with one setting changed; a place in the order keeps the source the row cites.
 * @throws `policy-key-unknown` `policy-value-invalid` `policy-reason-missing` or an `amount-…` code
 */
export function enterPolicyRow(plan: PolicyHolder, row: PolicyRow): Policy {
  const { key, value, source, trust } = row
  const policy = enterPolicy(plan, { [key]: value }, row)
  if (source === '') return policy
  const tiers = policy.tiers.map((tier) =>
    tierKey(tier.stage) === key ? { ...tier, source, trust: trust || 'D' } : tier,
  )
  return { ...policy, tiers }
}

function tierKey(stage: string): string {
  return `tier.${stage}`
}
