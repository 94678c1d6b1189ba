import { z } from 'zod'
import { setPolicy } from '../set-policy.ts'
import { unwaiveFlag, waiveFlag } from '../waive-flag.ts'
import { flagTarget } from './flag-target.ts'
import type { Handler } from './handler.ts'

const person = z.string().max(200)
const reason = z.string().max(2_000)

/** Changes settings of the policy. */
export const changePolicy: Handler<'policy.set'> = {
  caller: 'window',
  params: z.strictObject({
    changes: z.record(z.string().max(200), z.string().max(200)),
    by: person,
    reason,
  }),
  run: ({ session }, { changes, ...author }) => ({ revision: setPolicy(session, changes, author) }),
}

/** Accepts flags with reason and person. */
export const waive: Handler<'flags.waive'> = {
  caller: 'window',
  params: flagTarget.extend({ reason, by: person }),
  run: ({ session }, { reason: why, by, ...of }) => ({
    revision: waiveFlag(session, of, { reason: why, by }),
  }),
}

/** Takes the acceptance of flags back. */
export const unwaive: Handler<'flags.unwaive'> = {
  caller: 'window',
  params: flagTarget,
  run: ({ session }, of) => ({ revision: unwaiveFlag(session, of) }),
}
