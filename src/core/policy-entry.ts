import { WorkbenchError } from './error.ts'
import { type Money } from './money.ts'
import { parseEntry } from './number-entry.ts'
import { percentText } from './percent-text.ts'
import type { PlanSettings } from './plan.ts'
import { DEFAULT_POLICY, type Policy, type RuleSetting } from './policy.ts'
import type { Programme } from './programme.ts'
import { PROJECT_GROUPS, PROJECT_STAGES } from './project.ts'
import { RULE_CODES, SEVERITIES } from './rules/rule-code.ts'

/** Settings as a person names them, `maxProgrammes` or `allowedYears.B`, with their values as text. */
export type PolicyEntries = Readonly<Record<string, string>>

/** Who changes a policy and why; a rule made milder or switched off keeps both. */
export interface PolicyAuthor {
  readonly by: string
  readonly reason: string
}

type Counts = 'maxProgrammes' | 'maxProjects'
type Amounts = 'minShare' | 'minAverage'
type Shares = 'coverage' | 'minSharePart' | 'reservePart'

const COUNTS: Readonly<Record<string, Counts>> = {
  maxProgrammes: 'maxProgrammes',
  maxProjectsPerLine: 'maxProjects',
}
const AMOUNTS: Readonly<Record<string, Amounts>> = {
  minShare: 'minShare',
  minAverage: 'minAverage',
}
const SHARES: Readonly<Record<string, Shares>> = {
  coveragePercent: 'coverage',
  minSharePercent: 'minSharePart',
  reservePercent: 'reservePart',
}
const NONE = 'none'

/** What of a plan holds its policy, and the programmes it names by code. */
export interface PolicyHolder {
  readonly programmes: ReadonlyMap<number, Programme>
  readonly settings: PlanSettings
}

/** Every setting of a plan's policy with its value as text: amounts in đồng, shares in percent. */
export function listPolicy({ programmes, settings: { policy } }: PolicyHolder): PolicyEntries {
  const entries: Record<string, string> = {}
  for (const [key, name] of Object.entries(COUNTS)) entries[key] = String(policy[name])
  for (const [key, name] of Object.entries(AMOUNTS)) entries[key] = String(policy[name])
  for (const [key, name] of Object.entries(SHARES)) entries[key] = percentText(policy[name])
  for (const group of PROJECT_GROUPS) {
    entries[`allowedYears.${group}`] = String(policy.allowedYears[group] ?? NONE)
  }
  for (const { stage, tier } of policy.tiers) entries[`tier.${stage}`] = String(tier)
  for (const [id, ratio] of policy.counterpart) {
    entries[`counterpart.${programmes.get(id)?.code ?? id}`] = percentText(ratio)
  }
  for (const [code, { severity }] of policy.rules) entries[`rule.${code}`] = severity
  return entries
}

/**
 * The plan's policy with some settings changed, all or none.
 * @throws `policy-key-unknown` `policy-value-invalid` `policy-reason-missing` or an `amount-…` code
 */
export function enterPolicy(
  plan: PolicyHolder,
  entries: PolicyEntries,
  author: PolicyAuthor,
): Policy {
  return Object.entries(entries).reduce(
    (policy, [key, text]) => setEntry(plan, policy, { key, text: text.trim() }, author),
    plan.settings.policy,
  )
}

interface Entry {
  readonly key: string
  readonly text: string
}

function setEntry(plan: PolicyHolder, policy: Policy, entry: Entry, author: PolicyAuthor): Policy {
  const { key, text } = entry
  const [count, amount, share] = [COUNTS[key], AMOUNTS[key], SHARES[key]]
  if (count) return { ...policy, [count]: readCount(entry) }
  if (amount) return { ...policy, [amount]: readAmount(text) }
  if (share) return { ...policy, [share]: readPercent(entry) }
  const [part = '', ...rest] = key.split('.')
  const name = rest.join('.')
  switch (part) {
    case 'allowedYears':
      return setAllowedYears(policy, entry, name)
    case 'tier':
      return setTier(policy, entry, name, author)
    case 'counterpart':
      return setCounterpart(plan, policy, entry, name)
    case 'rule':
      return setRule(policy, entry, name, author)
    default:
      throw unknownKey(key)
  }
}

function setAllowedYears(policy: Policy, entry: Entry, name: string): Policy {
  const group = PROJECT_GROUPS.find((candidate) => candidate === name)
  if (!group) throw unknownKey(entry.key)
  const years = entry.text === NONE ? null : readCount(entry)
  return { ...policy, allowedYears: { ...policy.allowedYears, [group]: years } }
}

/** A tier the user sets is the user's own: it no longer cites the order it came from. */
function setTier(policy: Policy, entry: Entry, name: string, { by, reason }: PolicyAuthor): Policy {
  const stage = PROJECT_STAGES.find((candidate) => candidate === name)
  if (!stage) throw unknownKey(entry.key)
  const tier = readCount(entry)
  if (tier > 7) throw invalidValue(entry, '0–7')
  const preset = DEFAULT_POLICY.tiers.find((of) => of.stage === stage)
  const own = { stage, tier, source: [by, reason].filter(Boolean).join(': '), trust: 'D' as const }
  const set = preset?.tier === tier ? preset : own
  return { ...policy, tiers: [...policy.tiers.filter((of) => of.stage !== stage), set] }
}

function setCounterpart(plan: PolicyHolder, policy: Policy, entry: Entry, name: string): Policy {
  const programme = [...plan.programmes.values()].find(
    ({ code, parent }) => code === name && parent === null,
  )
  if (!programme) throw unknownKey(entry.key)
  const counterpart = new Map(policy.counterpart)
  if (entry.text === NONE) counterpart.delete(programme.id)
  else counterpart.set(programme.id, readPercent(entry))
  return { ...policy, counterpart }
}

function setRule(policy: Policy, entry: Entry, name: string, author: PolicyAuthor): Policy {
  const code = RULE_CODES.find((candidate) => candidate === name)
  if (!code) throw unknownKey(entry.key)
  const rules = new Map(policy.rules)
  if (entry.text === 'default') rules.delete(code)
  else rules.set(code, { severity: readSeverity(entry), ...readAuthor(author) })
  return { ...policy, rules }
}

function readSeverity(entry: Entry): RuleSetting['severity'] {
  const choices = ['off', ...SEVERITIES] as const
  const severity = choices.find((choice) => choice === entry.text)
  if (!severity) throw invalidValue(entry, ['default', ...choices].join(' | '))
  return severity
}

function readAuthor({ by, reason }: PolicyAuthor): PolicyAuthor {
  const author = { by: by.trim(), reason: reason.trim() }
  if (author.by === '' || author.reason === '') throw new WorkbenchError('policy-reason-missing')
  return author
}

function readCount(entry: Entry): number {
  if (!/^\d{1,6}$/.test(entry.text)) throw invalidValue(entry, '0–999999')
  return Number(entry.text)
}

function readAmount(text: string): Money {
  return parseEntry(text, { unit: 'dong' })
}

/** A percentage of up to two decimals, after a comma or a dot, in basis points. */
function readPercent(entry: Entry): number {
  const [, whole, decimals = ''] = /^(\d{1,4})(?:[.,](\d{1,2}))?\s*%?$/.exec(entry.text) ?? []
  if (whole === undefined) throw invalidValue(entry, '0–9999,99 %')
  return Number(whole) * 100 + Number(decimals.padEnd(2, '0'))
}

function unknownKey(key: string): WorkbenchError {
  const known = Object.keys({ ...COUNTS, ...AMOUNTS, ...SHARES })
  const expected = [
    ...known,
    'allowedYears.<A|B|C|national>',
    'tier.<stage>',
    'counterpart.<programme>',
    'rule.<code>',
  ]
  return new WorkbenchError('policy-key-unknown', { key, expected: expected.join(' | ') })
}

function invalidValue({ key, text }: Entry, expected: string): WorkbenchError {
  return new WorkbenchError('policy-value-invalid', { key, text, expected })
}
