import { z } from 'zod'
import type { Handler } from './handler.ts'
import { flagTarget } from './flag-target.ts'
import { findFixes, mendFlag } from '../mend-flag.ts'

/** What can be done about flags. */
export const fixes: Handler<'flags.fixes'> = {
  caller: 'window',
  params: flagTarget,
  run: ({ session }, of) => ({ revision: session.revision, fixes: findFixes(session, of) }),
}

/** Carries out a fix as it was shown. */
export const applyFix: Handler<'flags.applyFix'> = {
  caller: 'window',
  params: flagTarget.extend({
    key: z.string().max(100),
    revision: z.number().int().nonnegative(),
  }),
  run: ({ session }, { key, revision, ...of }) => ({
    revision: mendFlag(session, of, { key, revision }),
  }),
}
