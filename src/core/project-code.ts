/** A code for comparison: case folded, and a number stripped of its spaces, dots and dashes. */
export function canonicalCode(code: string): string {
  if (/^\d+$/.test(code)) return code
  const bare = code.replace(/[\s.\-/]/g, '')
  return /^\d+$/.test(bare) ? bare : code.normalize('NFC').trim().toLowerCase()
}

/** Whether a code is 7 digits starting with 7 or 8 (TT 185/2015/TT-BTC Đ.5.3). */
export function isProjectCode(code: string): boolean {
  return /^[78]\d{6}$/.test(code)
}

/** The draft code of the nth project that came without one. */
export function draftCode(n: number): string {
  return `DRAFT-${n}`
}
