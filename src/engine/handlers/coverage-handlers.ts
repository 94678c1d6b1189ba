import { z } from 'zod'
import { viewGap } from '../../contract/gap-view.ts'
import { coverTasks } from '../../core/coverage.ts'
import { findGaps } from '../../core/gaps.ts'
import type { Handler } from './handler.ts'

const period = z.strictObject({ year: z.number().int().nullable() })

/** Which sources and programmes pay for each task. */
export const coverage: Handler<'plan.coverage'> = {
  caller: 'window',
  params: period,
  run: ({ session }, { year }) => coverTasks(session.index, year),
}

/** The needs that cannot be met however money is allocated. */
export const gaps: Handler<'plan.gaps'> = {
  caller: 'window',
  params: period,
  run: ({ session }, { year }) => findGaps(session.index, year).map(viewGap),
}
