import { create } from 'zustand'
import type { EntryPlace } from '../../contract/entry-edit.ts'

/** The form of this window over a project or funding line; there is at most one. */
export const useEntryDialog = create<{ readonly open: EntryPlace | null }>(() => ({ open: null }))

/** Opens the form of an entry, or of a new one where no id is given. */
export function openEntry(place: EntryPlace): void {
  useEntryDialog.setState({ open: place })
}

/** Closes the form. */
export function closeEntry(): void {
  useEntryDialog.setState({ open: null })
}
