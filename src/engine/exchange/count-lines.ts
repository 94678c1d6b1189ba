/** Lines a text takes in a column so many characters wide; bold capitals need more room than a digit. */
export function countLines(text: string, width: number): number {
  return Math.max(1, Math.ceil((text.length * 1.2) / width))
}
