const DAY_FIRST = /(?<!\d)(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?!\d)/
const YEAR_FIRST = /(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/

/** Whether a text holds something written as a day that no calendar has, such as 31/02/2025. */
export function isImpossibleDate(text: string): boolean {
  const parts = readDate(text)
  return parts !== null && !isRealDay(parts)
}

/** The day a text holds, as `2025-10-20`; null where it holds none. */
export function dateIn(text: string): string | null {
  const parts = readDate(text)
  if (parts === null || !isRealDay(parts)) return null
  const [year, month, day] = parts
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

type DateParts = readonly [year: number, month: number, day: number]

function readDate(text: string): DateParts | null {
  const dayFirst = DAY_FIRST.exec(text)
  if (dayFirst) return [Number(dayFirst[3]), Number(dayFirst[2]), Number(dayFirst[1])]
  const yearFirst = YEAR_FIRST.exec(text)
  return yearFirst ? [Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3])] : null
}

function isRealDay([year, month, day]: DateParts): boolean {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

/** A day as dd/MM/yyyy where the plan holds it as yyyy-MM-dd; any other text stays as it was written. */
export function showDate(date: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date)
  return match ? `${match[3]}/${match[2]}/${match[1]}` : date
}
