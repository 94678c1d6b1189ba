import { z } from 'zod'
import { BLOCK_PURPOSES, MAX_BLOCK_CELLS } from '../../contract/block.ts'
import { type Hold, listHolds } from '../../core/hold.ts'
import { UNITS } from '../../core/money.ts'
import type { Handler } from './handler.ts'
import { enterAllocation } from '../enter-allocation.ts'
import { enterBlock } from '../enter-block.ts'
import { holdPlaces } from '../hold-places.ts'
import { tellStand, viewSession, viewSessionFlags } from '../view-session.ts'

const none = z.strictObject({})
const id = z.number().int().nonnegative()
const year = z.number().int()
const text = z.string().max(1000)
const manner = { unit: z.enum(UNITS), language: z.enum(['vi', 'en']) }

const place: z.ZodType<Hold> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('cell'), project: id, line: id, year }),
  z.strictObject({ kind: z.enum(['row', 'total']), project: id, line: z.null(), year }),
  z.strictObject({ kind: z.literal('column'), project: z.null(), line: id, year }),
])

/** Which plan is open and how far it is. */
export const stand: Handler<'plan.stand'> = {
  caller: 'window',
  params: none,
  run: ({ session }) => tellStand(session),
}

/** The whole plan but its flags. */
export const view: Handler<'plan.view'> = {
  caller: 'window',
  params: none,
  run: ({ session }) => viewSession(session),
}

/** The flags of the whole plan. */
export const flags: Handler<'plan.flags'> = {
  caller: 'window',
  params: none,
  run: ({ session }) => viewSessionFlags(session),
}

/** Puts what a person typed into a cell. */
export const enterAmount: Handler<'plan.enterAmount'> = {
  caller: 'window',
  params: z.strictObject({ project: id, line: id, year, text, ...manner }),
  run: ({ session }, { project, line, year, text, unit, language }) =>
    enterAllocation(session, { project, line, year }, text, unit, language),
}

/** Puts texts into many cells, all or none. */
export const enterMany: Handler<'plan.enterBlock'> = {
  caller: 'window',
  params: z.strictObject({
    what: z.enum(BLOCK_PURPOSES),
    cells: z.array(z.strictObject({ project: id, line: id, year, text })).max(MAX_BLOCK_CELLS),
    isDryRun: z.boolean(),
    ...manner,
  }),
  run: ({ session }, block) => enterBlock(session, block),
}

/** Every held place. */
export const holds: Handler<'plan.holds'> = {
  caller: 'window',
  params: none,
  run: ({ session }) => listHolds(session.plan),
}

/** Holds or releases places. */
export const hold: Handler<'plan.hold'> = {
  caller: 'window',
  params: z.strictObject({ holds: z.array(place).max(MAX_BLOCK_CELLS), isHeld: z.boolean() }),
  run: ({ session }, { holds: places, isHeld }) => ({
    revision: holdPlaces(session, places, isHeld),
  }),
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
