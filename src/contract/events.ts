import type { Failure } from './failure.ts'
import type { MethodName } from './methods.ts'
import type { Hold } from '../core/hold.ts'
import type { Parcel } from './parcel.ts'
import type { FileState, PlanDelta } from './plan-view.ts'

/** What an engine announces on its own. */
export interface EngineEvents {
  /** One edit moved these cells, sums and flags. */
  'plan.changed': PlanDelta
  /** Projects, lines or settings changed: ask for the view again. */
  'plan.replaced': { revision: number }
  /** Every place that is held now. */
  'holds.changed': readonly Hold[]
  'file.changed': FileState
  /** How much of a request is done, from 0 to 1; null is work that main asked for on the window's behalf. */
  'work.progress': { readonly id: number | null; readonly share: number }
}

/** The name of an event. */
export type EngineEventName = keyof EngineEvents

/** A request as it crosses a port. */
export interface Request {
  readonly id: number
  readonly method: MethodName
  readonly params: unknown
}

/** The answer to a request: a result, one with large columns as a parcel, or a failure. */
export type Reply =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly parcel: Parcel }
  | { readonly id: number; readonly failure: Failure }

/** An event as it crosses a port. */
export interface Announcement {
  readonly event: EngineEventName
  readonly payload: unknown
}

/** Anything an engine sends. */
export type EngineMessage = Reply | Announcement

/**
 * The envelope between main and an engine process: one pipe carries the host's requests and the window's,
 * so an engine knows from `from` whether a method that names a path is allowed.
 */
export interface Envelope<T> {
  readonly from: 'host' | 'window'
  readonly body: T
}
