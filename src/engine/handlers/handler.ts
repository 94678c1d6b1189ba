import type { z } from 'zod'
import type { MethodName, Params, Result } from '../../contract/methods.ts'
import type { Work } from '../work.ts'
import type { Workbench } from '../workbench.ts'

/** Who asks: main may name paths, a window may not. */
export type Caller = 'host' | 'window'

/** One method: who may call it, what it takes, what it does. */
export interface Handler<M extends MethodName> {
  readonly caller: Caller
  readonly params: z.ZodType<Params<M>>
  run(workbench: Workbench, params: Params<M>, work: Work): Result<M> | Promise<Result<M>>
}
