import type { Language } from '../../../core/number-format.ts'

/** The cells of a clipboard as an entry would be typed; `isShown` says that digits behind the shown ones may be missing. */
export interface PastedTexts {
  readonly rows: readonly (readonly string[])[]
  readonly isShown: boolean
}

/** Prefers the figure a spreadsheet keeps to the text it shows, wherever both are the same plain number. */
export function withFigures(
  texts: readonly (readonly string[])[],
  figures: readonly (readonly (string | null)[])[],
  language: Language,
): PastedTexts {
  let isShown = false
  const rows = texts.map((row, r) =>
    row.map((text, c) => {
      const figure = figures[r]?.[c] ?? null
      // A percentage, a date or a word must be refused as it is shown, not entered as what lies behind it.
      if (!/^[-−\s\u00a0]*\d[\d.,\s\u00a0]*$/.test(text)) return text.trim()
      if (figure !== null && /^\d+(\.\d+)?$/.test(figure))
        return language === 'vi' ? figure.replace('.', ',') : figure
      isShown = true
      return text.replace(/[\s\u00a0]/g, '')
    }),
  )
  return { rows, isShown }
}

/** The most decimals any of the texts has, as the language writes them. */
export function mostDecimals(rows: readonly (readonly string[])[], language: Language): number {
  const sign = language === 'vi' ? ',' : '.'
  return rows.flat().reduce((most, text) => {
    const at = text.lastIndexOf(sign)
    return at < 0 ? most : Math.max(most, text.length - at - 1)
  }, 0)
}
