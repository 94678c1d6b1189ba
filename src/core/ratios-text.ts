import { percentText } from './percent-text.ts'

/** A project's declared contributions as a cell holds them: `CT1=60;CT2=40`. */
export function ratiosText(
  ratios: ReadonlyMap<number, number>,
  codeOf: (programme: number) => string,
): string {
  return [...ratios].map(([id, share]) => `${codeOf(id)}=${percentText(share)}`).join(';')
}
