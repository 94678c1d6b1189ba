import { explainFlag } from '../../core/rules/explain-flag.ts'
import type { Handler } from './handler.ts'
import { flagsAt } from '../flags-at.ts'
import { flagTarget } from './flag-target.ts'

/** What stands behind flags. */
export const explain: Handler<'flags.explain'> = {
  caller: 'window',
  params: flagTarget,
  run: ({ session }, target) =>
    flagsAt(session, target).map((flag) => explainFlag(session.index, flag)),
}
