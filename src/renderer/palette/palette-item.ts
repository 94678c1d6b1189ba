import { foldText } from '../plan/fold-text.ts'

/** One thing the palette offers. */
export interface PaletteItem {
  readonly id: string
  readonly label: string
  readonly keys: string
  readonly run: () => void
}

/** The items that hold every word typed, whatever the diacritics; those that begin with the words come first. */
export function findItems(items: readonly PaletteItem[], query: string): PaletteItem[] {
  const words = foldText(query).split(/\s+/).filter(Boolean)
  const found = items.flatMap((item) => {
    const text = foldText(item.label)
    if (!words.every((word) => text.includes(word))) return []
    return [{ item, isFirst: words.length > 0 && text.startsWith(words[0] ?? '') }]
  })
  return [
    ...found.filter(({ isFirst }) => isFirst),
    ...found.filter(({ isFirst }) => !isFirst),
  ].map(({ item }) => item)
}
