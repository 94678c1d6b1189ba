import type { NumberFormat } from '../../contract/tables.ts'
import { readNumber } from '../../core/number-text.ts'

/** A number format once it is settled. */
export type SettledFormat = Exclude<NumberFormat, 'auto'>

/** The format of a column and the value that decides it, or the first value that two formats read differently. */
export type FormatInference =
  | {
      readonly format: SettledFormat
      readonly because: 'bare-digits' | 'only-reading' | 'most-readable'
      readonly value: string
    }
  | { readonly value: string; readonly vi: string; readonly en: string }

const FORMATS: readonly SettledFormat[] = ['vi', 'en', 'plain']

/** A value and what it says under each format; null where the format cannot read it. */
interface Readings {
  readonly value: string
  readonly by: Readonly<Record<SettledFormat, string | null>>
}

/** Infers how a column writes its numbers from that column alone: never from other columns, never by likelihood. */
export function inferFormat(values: Iterable<string>): FormatInference {
  const readings = [...new Set(values)].filter(isTelling).map(readAll).filter(isReadable)
  const candidates = FORMATS.filter((format) => readings.every(({ by }) => by[format] !== null))
  const doubtful = readings.find(
    ({ by }) => new Set(candidates.map((format) => by[format])).size > 1,
  )
  if (doubtful) {
    const { value, by } = doubtful
    return { value, vi: by.vi ?? '', en: by.en ?? by.plain ?? '' }
  }
  const format = candidates.at(-1)
  if (format !== undefined) return { format, ...whyOnly(readings) }
  const most = commonestFormat(readings)
  const unread = readings.find(({ by }) => by[most] === null)
  return { format: most, because: 'most-readable', value: unread?.value ?? '' }
}

/** The first value that rules a format out; without one every format reads the column alike. */
function whyOnly(readings: readonly Readings[]) {
  const telling = readings.find(({ by }) => FORMATS.some((format) => by[format] === null))
  return telling
    ? ({ because: 'only-reading', value: telling.value } as const)
    : ({ because: 'bare-digits', value: '' } as const)
}

/** Bare digits say the same under every format. */
function isTelling(value: string): boolean {
  return !/^\d+$/.test(value)
}

function readAll(value: string): Readings {
  const read = (format: SettledFormat) => readNumber(value, format)?.toFixed() ?? null
  return { value, by: { vi: read('vi'), en: read('en'), plain: read('plain') } }
}

function isReadable({ by }: Readings): boolean {
  return FORMATS.some((format) => by[format] !== null)
}

/** No format reads the whole column: the one that reads most leaves the fewest cells to report. */
function commonestFormat(readings: readonly Readings[]): SettledFormat {
  const counts = FORMATS.map((format) => readings.filter(({ by }) => by[format] !== null).length)
  return FORMATS[counts.indexOf(Math.max(...counts))] ?? 'plain'
}
