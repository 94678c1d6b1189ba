import { z } from 'zod'
import { UNITS } from '../../core/money.ts'
import type { Handler } from './handler.ts'
import { enterAllocation } from '../enter-allocation.ts'

const none = z.strictObject({})
const id = z.number().int().nonnegative()

/** The whole plan. */
export const view: Handler<'plan.view'> = {
  caller: 'window',
  params: none,
  run: ({ session }) => session.view(),
}

/** Puts what a person typed into a cell. */
export const enterAmount: Handler<'plan.enterAmount'> = {
  caller: 'window',
  params: z.strictObject({
    project: id,
    line: id,
    year: z.number().int(),
    text: z.string().max(1000),
    unit: z.enum(UNITS),
    language: z.enum(['vi', 'en']),
  }),
  run: ({ session }, { project, line, year, text, unit, language }) =>
    enterAllocation(session, { project, line, year }, text, unit, language),
}

/** Takes back the latest act. */
export const undo: Handler<'plan.undo'> = {
  caller: 'window',
  params: none,
  run: ({ session }) => ({ revision: session.undo() }),
}

/** Repeats the act taken back last. */
export const redo: Handler<'plan.redo'> = {
  caller: 'window',
  params: none,
  run: ({ session }) => ({ revision: session.redo() }),
}

/** The change log, newest first. */
export const history: Handler<'plan.history'> = {
  caller: 'window',
  params: z.strictObject({ limit: z.number().int().min(1).max(10_000) }),
  run: ({ session }, { limit }) => session.log.entries({ limit }),
}
