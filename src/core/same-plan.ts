import type { Plan } from './plan.ts'

/**
 * Whether a copy that was read back says all that a plan does, ids and the order of lists included: as exact as equal
 * content hashes, and a tenth of their time. Half a character equals the mark a file keeps in its place.
 */
export function saysTheSame(copy: Plan, plan: Plan): boolean {
  const { allocations, ...rest } = copy
  return allocations.equals(plan.allocations, isSameText) && isSame(rest, plan)
}

const HALF_CHARACTER = /\p{Surrogate}/gu

type Fields = Readonly<Record<string, unknown>>

function isSame(copy: unknown, of: unknown): boolean {
  if (copy === of) return true
  if (typeof copy === 'string') return typeof of === 'string' && isSameText(copy, of)
  if (!isObject(copy) || !isObject(of)) return false
  if (copy instanceof Map) return of instanceof Map && isSameMap(copy, of)
  if (Array.isArray(copy)) return Array.isArray(of) && isSameList(copy, of)
  for (const name in copy) if (!isSame(copy[name], of[name])) return false
  return true
}

function isSameMap(copy: ReadonlyMap<unknown, unknown>, of: ReadonlyMap<unknown, unknown>) {
  if (copy.size !== of.size) return false
  for (const [key, value] of copy) if (!of.has(key) || !isSame(value, of.get(key))) return false
  return true
}

function isSameList(copy: readonly unknown[], of: readonly unknown[]): boolean {
  return copy.length === of.length && copy.every((item, at) => isSame(item, of[at]))
}

function isSameText(copy: string, of: string): boolean {
  return copy === of || copy === of.replace(HALF_CHARACTER, '\uFFFD')
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null
}
