import type { Unit } from '../../../core/money.ts'
import type { Language } from '../../../core/number-format.ts'
import { EXACT_TYPE } from './copy-range.ts'
import { parseTableText } from './parse-table-text.ts'
import { type PastedTexts, withFigures } from './pasted-texts.ts'
import { readFigures } from './read-markup.ts'

/** The cells of a clipboard and what their bare numbers are in. */
export interface ClipboardCells extends PastedTexts {
  readonly unit: Unit
}

/** Reads a clipboard: our own cells to the đồng, a spreadsheet's figures, else the text it shows. */
export function readClipboard(
  data: DataTransfer,
  unit: Unit,
  language: Language,
): ClipboardCells | null {
  const exact = readExact(data.getData(EXACT_TYPE))
  if (exact) return { rows: exact, isShown: false, unit: 'dong' }
  const text = data.getData('text/plain')
  if (text === '') return null
  const figures = readFigures(data.getData('text/html'))
  return { ...withFigures(parseTableText(text), figures, language), unit }
}

function readExact(text: string): string[][] | null {
  if (text === '') return null
  try {
    const rows: unknown = JSON.parse(text)
    const isRow = (row: unknown): row is string[] =>
      Array.isArray(row) && row.length > 0 && row.every((cell) => /^-?\d+$/.test(String(cell)))
    return Array.isArray(rows) && rows.length > 0 && rows.every(isRow) ? rows : null
  } catch {
    return null
  }
}
