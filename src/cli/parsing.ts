import { WorkbenchError } from '../core/error.ts'

/** Reads a year argument. @throws `usage` */
export function parseYear(text: unknown): number {
  const year = String(text)
  if (!/^(20\d\d|2100)$/.test(year))
    throw new WorkbenchError('usage', { message: year, expected: '2000–2100' })
  return Number(year)
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
