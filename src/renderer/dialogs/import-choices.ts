import type { ChosenTable, ImportRequest } from '../../contract/methods.ts'
import type { ImportUnit, NumberFormat, TableKind } from '../../contract/tables.ts'

/** What the person chose in the import dialog so far. */
export interface ImportChoices {
  readonly tables: readonly ChosenTable[]
  readonly unit: ImportUnit
  readonly numberFormat: NumberFormat
}

/** The request these choices make: one table of each kind, the last chosen standing for its kind. */
export function toRequest({ tables, unit, numberFormat }: ImportChoices): ImportRequest {
  const byKind: Partial<Record<TableKind, string>> = {}
  for (const { kind, token } of tables) if (kind) byKind[kind] = token
  return { tables: byKind, unit, numberFormat }
}

/** How many kinds of table the choices hold. */
export function countReady(choices: ImportChoices): number {
  return Object.keys(toRequest(choices).tables).length
}

/** Whether a later table of the same kind stands for this one. */
export function isReplaced(table: ChosenTable, tables: readonly ChosenTable[]): boolean {
  return table.kind !== null && tables.findLast(({ kind }) => kind === table.kind) !== table
}
