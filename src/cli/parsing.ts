import { WorkbenchError } from '../core/error.ts'
import { isYearWithin } from '../core/fiscal-year.ts'

/** Reads a year argument. @throws `usage` */
export function parseYear(text: unknown): number {
  const year = String(text)
  if (!/^(20\d\d|2100)$/.test(year))
    throw new WorkbenchError('usage', { message: year, expected: '2000–2100' })
  return Number(year)
}

/** Reads an optional year of a plan; null where none is asked for. @throws `usage` `year-outside-plan` */
export function parsePlanYear(
  text: unknown,
  { from, to }: { from: number; to: number },
): number | null {
  return text === undefined ? null : parseYearWithin(text, { from, to })
}

/** Reads a year of a plan. @throws `usage` `year-outside-plan` */
export function parseYearWithin(text: unknown, { from, to }: { from: number; to: number }): number {
  const year = parseYear(text)
  if (isYearWithin(year, { from, to })) return year
  throw new WorkbenchError('year-outside-plan', { year, from, to })
}

/** Reads a count argument. @throws `usage` */
export function parseCount(text: unknown): number {
  const count = String(text)
  if (!/^\d{1,6}$/.test(count))
    throw new WorkbenchError('usage', { message: count, expected: '0–999999' })
  return Number(count)
}

/** Reads one of the words an option allows. @throws `usage` */
export function parseChoice<T extends string>(choices: readonly T[], text: unknown): T {
  const found = choices.find((choice) => choice === text)
  if (found === undefined) {
    throw new WorkbenchError('usage', { message: String(text), expected: choices.join(' | ') })
  }
  return found
}

/** Reads what `--set key=value` says, however often it stands; a value may hold an equals sign. @throws `usage` */
export function parseSettings(given: unknown): Readonly<Record<string, string>> {
  const texts: readonly unknown[] = Array.isArray(given)
    ? given
    : given === undefined
      ? []
      : [given]
  return Object.fromEntries(
    texts.map((text) => {
      const [, key, value] = /^([^=]+)=(.*)$/s.exec(String(text)) ?? []
      if (key === undefined || value === undefined) {
        const [message, expected] = [`--set ${String(text)}`, '--set key=value']
        throw new WorkbenchError('usage', { message, expected })
      }
      return [key.trim(), value]
    }),
  )
}
