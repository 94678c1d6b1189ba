import { create } from 'zustand'
import { type MatrixLayout, parseLayout } from './matrix-layout.ts'

const PLACE = 'longghep:matrix-layout'

/** How the matrix is laid out now. */
export const useLayout = create<MatrixLayout>(() => parseLayout(remembered()))

useLayout.subscribe((layout) => {
  globalThis.localStorage?.setItem(PLACE, JSON.stringify(layout))
})

/** Shows lines, or hides them. */
export function showLines(codes: readonly string[], isShown: boolean): void {
  useLayout.setState(({ hidden }) => {
    const others = hidden.filter((code) => !codes.includes(code))
    return { hidden: isShown ? others : [...others, ...codes] }
  })
}

/** Remembers the order of some lines. */
export function orderLines(codes: readonly string[]): void {
  useLayout.setState(({ order }) => ({
    order: [...order.filter((code) => !codes.includes(code)), ...codes],
  }))
}

/** Folds a programme to its sum, or unfolds it. */
export function foldProgramme(code: string, isFolded: boolean): void {
  useLayout.setState(({ folded }) => {
    const others = folded.filter((one) => one !== code)
    return { folded: isFolded ? [...others, code] : others }
  })
}

/** Remembers a width that was drawn by hand. */
export function setWidth(column: string, width: number): void {
  useLayout.setState(({ widths }) => ({ widths: { ...widths, [column]: width } }))
}

function remembered(): string | null {
  return globalThis.localStorage?.getItem(PLACE) ?? null
}
