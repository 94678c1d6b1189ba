import { create } from 'zustand'
import type { FlagTarget } from '../../contract/methods.ts'
import type { Flag } from '../../core/rules/rule.ts'

/** What is asked about a flag: what stands behind it, how to mend it, or why it is accepted. */
export type FlagQuestion = 'explain' | 'fix' | 'waive'

/** A dialog about a flag. */
export interface OpenFlagDialog {
  readonly question: FlagQuestion
  readonly flag: Flag
}

/** The dialog of this window about a flag; there is at most one. */
export const useFlagDialog = create<{ readonly open: OpenFlagDialog | null }>(() => ({
  open: null,
}))

/** Opens a dialog about a flag. */
export function askAboutFlag(question: FlagQuestion, flag: Flag): void {
  useFlagDialog.setState({ open: { question, flag } })
}

/** Closes the dialog about a flag. */
export function closeFlagDialog(): void {
  useFlagDialog.setState({ open: null })
}

/** A flag as methods name it: with it go all flags of its rule on its subject in its year. */
export function targetOf({ subject, code, year }: Flag): FlagTarget {
  return { subject: `${subject.kind}:${subject.id}`, code, year }
}
