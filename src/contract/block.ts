import type { Cell } from '../core/allocation.ts'
import type { Money, Unit } from '../core/money.ts'
import type { Language } from '../core/number-format.ts'
import type { Failure } from './failure.ts'

/** Why many cells are entered at once; it names the act in the history. */
export type BlockPurpose = 'paste' | 'fill' | 'clear' | 'spread'

/** Every purpose of a block. */
export const BLOCK_PURPOSES: readonly BlockPurpose[] = ['paste', 'fill', 'clear', 'spread']

/** A text for a cell; empty text clears it. */
export interface CellText extends Cell {
  readonly text: string
}

/** Texts for many cells, read in one unit and one language; a cell named twice takes the later text. */
export interface Block {
  readonly what: BlockPurpose
  readonly cells: readonly CellText[]
  readonly unit: Unit
  readonly language: Language
}

/** Why one cell of a block refuses its text. */
export interface CellRefusal extends CellText {
  readonly failure: Failure
}

/** What a block did, or would do: `before` and `after` are the sums of the cells it changes, whole đồng. */
export interface BlockResult {
  readonly revision: number
  readonly isApplied: boolean
  readonly cells: number
  readonly projects: number
  readonly before: Money
  readonly after: Money
  /** The first refusals; `refused` counts all of them. */
  readonly refusals: readonly CellRefusal[]
  readonly refused: number
}

/** How many cells one block may hold. */
export const MAX_BLOCK_CELLS = 200_000

/** How many refusals an answer lists. */
export const MAX_REFUSALS = 200
