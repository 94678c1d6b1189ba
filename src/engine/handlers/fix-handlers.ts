import { z } from 'zod'
import { RULE_CODES } from '../../core/rules/rule-code.ts'
import type { Handler } from './handler.ts'
import { subjectKey } from './subject-key.ts'
import { findFixes, mendFlag } from '../mend-flag.ts'

const target = z.strictObject({
  subject: subjectKey,
  code: z.enum(RULE_CODES),
  year: z.number().int().nullable(),
})

/** What can be done about flags. */
export const fixes: Handler<'flags.fixes'> = {
  caller: 'window',
  params: target,
  run: ({ session }, of) => ({ revision: session.revision, fixes: findFixes(session, of) }),
}

/** Carries out a fix as it was shown. */
export const applyFix: Handler<'flags.applyFix'> = {
  caller: 'window',
  params: target.extend({
    key: z.string().max(100),
    revision: z.number().int().nonnegative(),
  }),
  run: ({ session }, { key, revision, ...of }) => ({
    revision: mendFlag(session, of, { key, revision }),
  }),
}
