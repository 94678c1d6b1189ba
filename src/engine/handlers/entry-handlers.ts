import { z } from 'zod'
import { ENTRY_KINDS } from '../../contract/entry-edit.ts'
import { UNITS } from '../../core/money.ts'
import { editEntry } from '../edit-entry.ts'
import { removeEntry } from '../remove-entry.ts'
import type { Handler } from './handler.ts'

const id = z.number().int().nonnegative()
const kind = z.enum(ENTRY_KINDS)

/** Puts texts into fields of a project or line, or adds one. */
export const edit: Handler<'plan.editEntry'> = {
  caller: 'window',
  params: z.strictObject({
    kind,
    id: id.nullable(),
    fields: z.record(z.string().max(100), z.string().max(40_000)),
    unit: z.enum(UNITS),
    language: z.enum(['vi', 'en']),
    isDryRun: z.boolean(),
  }),
  run: ({ session }, params) => editEntry(session, params),
}

/** Removes a project or line. */
export const remove: Handler<'plan.removeEntry'> = {
  caller: 'window',
  params: z.strictObject({ kind, id }),
  run: ({ session }, place) => removeEntry(session, place),
}
