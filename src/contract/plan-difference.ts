import type { ImportField } from './tables.ts'

/** One entry two plans differ in; `id` names it by kind and codes, such as `allocation:7800001:NST:2026`. */
export interface DifferentEntry {
  readonly id: string
  readonly action: 'added' | 'changed' | 'removed'
  /** Only the fields that differ; amounts as whole đồng. */
  readonly fields: readonly ImportField[]
}

/** What a plan has more, other and less than the one it is compared with. */
export interface PlanDifference {
  readonly added: number
  readonly changed: number
  readonly removed: number
  /** The entries, kind by kind, the first so many of them where a limit was asked for. */
  readonly entries: readonly DifferentEntry[]
}

/** How many entries a window lists; the counts tell them all. */
export const MOST_DIFFERENCES = 1000
