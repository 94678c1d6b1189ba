import { create } from 'zustand'
import type { Hands } from '../hands.ts'

/** Where the menu of the matrix stands open, window px; null while it is closed. */
export const useCellMenu = create<{ readonly at: { x: number; y: number } | null }>(() => ({
  at: null,
}))

/** Opens the menu at the focused cell, as Shift+F10 does. */
export function openCellMenu({ root }: Hands): boolean {
  const box = root.querySelector('.ag-cell-focus')?.getBoundingClientRect()
  if (!box) return false
  useCellMenu.setState({ at: { x: box.left + 8, y: box.bottom } })
  return true
}

/** Closes the menu. */
export function closeCellMenu(): void {
  useCellMenu.setState({ at: null })
}
