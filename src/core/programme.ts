/** What a programme is: state budget, national target programme, target programme, foreign loan or other legal source. */
export type ProgrammeKind = 'state-budget' | 'national-target' | 'target' | 'oda' | 'other'

/** Every programme kind, in the order screens list them. */
export const PROGRAMME_KINDS: readonly ProgrammeKind[] = [
  'state-budget',
  'national-target',
  'target',
  'oda',
  'other',
]

/** A node of the tree programme → component → content; `parent` is the id of the node above, or null at the top. */
export interface Programme {
  readonly id: number
  readonly code: string
  readonly name: string
  readonly kind: ProgrammeKind
  readonly parent: number | null
}
