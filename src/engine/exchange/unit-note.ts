import type { Unit } from '../../core/money.ts'
import { type TableRow, cellText } from './sheet-table.ts'

/** A unit a table says its amounts are in, and the words it says it with. */
export interface UnitNote {
  readonly unit: Unit
  readonly text: string
}

/** `triệu đồng`, `tr.đ`, `1.000 đồng`, `tỷ đồng`, `million đồng`, folded. */
const WORDS: readonly (readonly [RegExp, Unit])[] = [
  [/\b(ty|ti|billion)\b/, 'billion'],
  [/\b(trieu|tr|trd|million|1 ?000 ?000)\b/, 'million'],
  [/\b(nghin|ngan|thousand|1 ?000|ngd)\b/, 'thousand'],
  [/\b(dong|vnd|d)\b/, 'dong'],
]

const NOTE = /(?:^|\b)(?:dvt|don vi tinh|don vi|unit)\s*:?\s*(.{1,30})$/

/** The unit in a note such as `ĐVT: triệu đồng`; null where the text is no such note. */
export function readUnitNote(text: string): UnitNote | null {
  const note = NOTE.exec(fold(text))
  const unit = note ? unitIn(note[1] ?? '') : null
  return unit === null ? null : { unit, text: text.trim() }
}

/** The unit a heading names in brackets, such as `Tổng mức đầu tư (triệu đồng)`; null where it names none. */
export function unitInHeading(heading: string): UnitNote | null {
  for (const [, inside = ''] of heading.matchAll(/\(([^)]*)\)/g)) {
    const folded = fold(inside).replace(/^(?:dvt|don vi tinh|don vi|unit)\s*:?\s*/, '')
    const isUnit =
      /^(?:(?:1 ?000(?: ?000)?|ty|ti|trieu|tr|nghin|ngan|billion|million|thousand) ?)?(?:dong|vnd|d)?$/
    const unit = folded !== '' && isUnit.test(folded) ? unitIn(folded) : null
    if (unit !== null) return { unit, text: inside.trim() }
  }
  return null
}

/** The first unit note in rows. */
export function findUnitNote(rows: readonly TableRow[]): UnitNote | null {
  for (const { cells } of rows) {
    for (const cell of cells) {
      const note = readUnitNote(cellText(cell))
      if (note) return note
    }
  }
  return null
}

function unitIn(folded: string): Unit | null {
  return WORDS.find(([words]) => words.test(folded))?.[1] ?? null
}

function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[.,\s_/()]+/g, ' ')
    .trim()
}
