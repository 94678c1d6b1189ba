/** Whether two entries say the same; years of zero count as years not mentioned. */
export function isSameEntry(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (a instanceof Map && b instanceof Map) return isSameMap(a, b)
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, i) => isSameEntry(item, b[i]))
  }
  if (!isRecord(a) || !isRecord(b)) return false
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => isSameEntry(a[key], b[key]))
}

function isSameMap(a: ReadonlyMap<unknown, unknown>, b: ReadonlyMap<unknown, unknown>): boolean {
  const [mine, theirs] = [withoutZeros(a), withoutZeros(b)]
  return (
    mine.length === theirs.length && mine.every(([key, value]) => isSameEntry(value, b.get(key)))
  )
}

function withoutZeros(map: ReadonlyMap<unknown, unknown>): [unknown, unknown][] {
  return [...map].filter(([, value]) => !isZero(value))
}

function isZero(value: unknown): boolean {
  return value === 0n || (isRecord(value) && Object.values(value).every((part) => part === 0n))
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === 'object' && value !== null && !(value instanceof Map) && !Array.isArray(value)
  )
}
