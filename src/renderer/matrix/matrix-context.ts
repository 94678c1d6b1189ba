import type { Flag } from '../../core/rules/rule.ts'
import type { PointEntry } from './typed-entry.ts'

/** What the grid's own parts, which stand outside React, ask of the matrix. */
export interface MatrixContext {
  readFlags(project: number): Promise<readonly Flag[]>
  /** Sends what was typed at a point to the engine. */
  enter(entry: PointEntry): void
  /** Sends what was typed at a point for every selected cell, as one act. */
  fill(entry: PointEntry): void
}
