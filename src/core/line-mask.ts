/** A set of line slots, one bit each, of a plan with so many lines; empty. */
export function emptyMask(lines: number): Uint32Array {
  return new Uint32Array((lines + 31) >>> 5)
}

/** Puts a line slot into a mask. */
export function setBit(mask: Uint32Array, line: number): void {
  mask[line >>> 5] = (mask[line >>> 5] as number) | (1 << (line & 31))
}

/** Whether a line slot is in a mask; a mask that is not there holds none. */
export function hasBit(mask: Uint32Array | null | undefined, line: number): boolean {
  return mask != null && (((mask[line >>> 5] as number) >>> (line & 31)) & 1) === 1
}
