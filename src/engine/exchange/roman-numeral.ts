const NUMERALS = [
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const

/** A number from 1 as annexes number their groups: I, II, III, IV. */
export function romanNumeral(number: number): string {
  const found = NUMERALS.find(([value]) => value <= number)
  return found ? found[1] + romanNumeral(number - found[0]) : ''
}
