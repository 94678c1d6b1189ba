import { z } from 'zod'
import type { Handler } from './handler.ts'

/** Tells work to stop; it is heard beside the queue. */
export const cancelWork: Handler<'work.cancel'> = {
  caller: 'window',
  params: z.strictObject({ id: z.number().int().nullable() }),
  run({ works }, { id }) {
    works.cancel(id)
    return {}
  },
}
