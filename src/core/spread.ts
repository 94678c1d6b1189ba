import type { Cell } from './allocation.ts'
import { type Share, apportion } from './apportion.ts'
import { WorkbenchError } from './error.ts'
import { type Money, money } from './money.ts'

/** A cell a total may be spread to; `room` is what its line could still give, `key` breaks ties (line code). */
export interface SpreadCell extends Cell {
  readonly amount: Money
  readonly room: Money
  readonly isHeld: boolean
  readonly key: string
}

/** The cells of one project with its need; `key` breaks ties (project code). */
export interface SpreadProject {
  readonly need: Money
  readonly key: string
  readonly cells: readonly SpreadCell[]
}

/** What a cell gets. */
export interface SpreadAmount extends Cell {
  readonly amount: Money
}

/**
 * Spreads a new total over cells: held ones keep what they have, the rest is shared among the projects pro rata to
 * their need, and within a project pro rata to what its lines give now, exactly, by largest remainder. Where nobody
 * needs anything the present amounts count, where nothing is given yet the lines' room.
 * @throws `spread-below-held` `spread-nowhere`
 */
export function spreadTotal(total: Money, projects: readonly SpreadProject[]): SpreadAmount[] {
  const held = sum(projects.flatMap(({ cells }) => cells.filter(({ isHeld }) => isHeld)))
  if (total < held) throw new WorkbenchError('spread-below-held', { total, held })
  const open = projects
    .map((project) => ({ ...project, cells: project.cells.filter(({ isHeld }) => !isHeld) }))
    .filter(({ cells }) => cells.length > 0)
  const rest = money(total - held)
  if (open.length === 0 && rest > 0n) throw new WorkbenchError('spread-nowhere', { total })
  const shares = apportion(
    rest,
    firstWeights(open, [({ need }) => need, ({ cells }) => sum(cells), () => 1n]),
  )
  return open.flatMap(({ cells }, at) => spreadOver(cells, shares[at] ?? money(0)))
}

function spreadOver(cells: readonly SpreadCell[], share: Money): SpreadAmount[] {
  const weights = firstWeights(cells, [({ amount }) => amount, ({ room }) => room, () => 1n])
  const amounts = apportion(share, weights)
  return cells.map(({ project, line, year }, at) => ({
    project,
    line,
    year,
    amount: amounts[at] ?? money(0),
  }))
}

/** Weighs by the first measure that is above zero anywhere. */
function firstWeights<T extends { readonly key: string }>(
  receivers: readonly T[],
  measures: readonly ((receiver: T) => bigint)[],
): Share[] {
  const measure = measures.find((one) => receivers.some((receiver) => one(receiver) > 0n))
  return receivers.map((receiver) => {
    const weight = measure?.(receiver) ?? 0n
    return { weight: weight > 0n ? weight : 0n, key: receiver.key }
  })
}

function sum(cells: readonly SpreadCell[]): bigint {
  return cells.reduce((total, { amount }) => total + amount, 0n)
}
