import { z } from 'zod'
import { coverTasks } from '../../core/coverage.ts'
import type { Handler } from './handler.ts'

/** Which sources and programmes pay for each task. */
export const coverage: Handler<'plan.coverage'> = {
  caller: 'window',
  params: z.strictObject({ year: z.number().int().nullable() }),
  run: ({ session }, { year }) => coverTasks(session.index, year),
}
