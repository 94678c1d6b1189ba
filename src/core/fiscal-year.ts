/** A calendar budget year, 2000–2100. */
export type FiscalYear = number

/** First and last year a plan may span. */
export const YEAR_LIMITS = { first: 2000, last: 2100, longest: 15 } as const

/** The years of a period, both ends included. */
export function yearsOf(period: { from: FiscalYear; to: FiscalYear }): FiscalYear[] {
  return Array.from({ length: period.to - period.from + 1 }, (_, i) => period.from + i)
}

/** Whether a year lies inside a period, ends included. */
export function isYearWithin(
  year: FiscalYear,
  period: { from: FiscalYear; to: FiscalYear },
): boolean {
  return Number.isInteger(year) && year >= period.from && year <= period.to
}
