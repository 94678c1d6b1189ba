/** Orders texts by their characters: the order of codes, the same in every language. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}

/** Orders entries by code; entries that share one keep the order they were made in. */
export function compareEntries(
  a: { readonly code: string; readonly id: number },
  b: { readonly code: string; readonly id: number },
): number {
  return compareText(a.code, b.code) || a.id - b.id
}
