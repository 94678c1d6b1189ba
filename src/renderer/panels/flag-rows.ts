import { RULES } from '../../core/rules/catalogue.ts'
import type { Flag, Rule } from '../../core/rules/rule.ts'
import { type RuleCode, SEVERITIES, type Severity } from '../../core/rules/rule-code.ts'

/** One line of the flags list: a heading, a rule's legal basis, or a flag. */
export type FlagRow =
  | {
      readonly kind: 'rule'
      readonly key: string
      readonly severity: Severity
      readonly rule: Rule
      readonly count: number
    }
  | { readonly kind: 'basis'; readonly key: string; readonly rule: Rule }
  | { readonly kind: 'flag'; readonly key: string; readonly flag: Flag }

/** Flags by severity, then by rule in the catalogue's order; an opened rule shows its basis, a closed one hides its flags. */
export function flagRows(
  flags: readonly Flag[],
  opened: ReadonlySet<string>,
  closed: ReadonlySet<string>,
): FlagRow[] {
  return SEVERITIES.flatMap((severity) => {
    const grave = flags.filter((flag) => flag.severity === severity)
    return RULES.flatMap((rule) => ruleRows(severity, rule, grave, opened, closed))
  })
}

/** A rule's heading under a severity, as a key. */
export function ruleKey(severity: Severity, code: RuleCode): string {
  return `${severity}:${code}`
}

function ruleRows(
  severity: Severity,
  rule: Rule,
  flags: readonly Flag[],
  opened: ReadonlySet<string>,
  closed: ReadonlySet<string>,
): FlagRow[] {
  const own = flags.filter(({ code }) => code === rule.code).sort(compareFlags)
  if (own.length === 0) return []
  const key = ruleKey(severity, rule.code)
  const rows: FlagRow[] = [{ kind: 'rule', key, severity, rule, count: own.length }]
  if (opened.has(key)) rows.push({ kind: 'basis', key: `${key}:basis`, rule })
  if (closed.has(key)) return rows
  return [...rows, ...own.map((flag, i): FlagRow => ({ kind: 'flag', key: `${key}:${i}`, flag }))]
}

function compareFlags(a: Flag, b: Flag): number {
  const [one, other] = [a.subject.code, b.subject.code]
  return (one < other ? -1 : Number(one > other)) || (a.year ?? 0) - (b.year ?? 0)
}
