import type { Language } from './number-format.ts'

/** A share in basis points as a percentage with no more decimals than it needs: 6000 is `60`, 3333 is `33.33`. */
export function percentText(share: number): string {
  const decimals = String(share % 100)
    .padStart(2, '0')
    .replace(/0+$/, '')
  return `${Math.floor(share / 100)}${decimals === '' ? '' : '.'}${decimals}`
}

/** A percentage with the decimal sign of a language, without its own sign. */
export function percentIn(percent: string, language: Language): string {
  return language === 'vi' ? percent.replace('.', ',') : percent
}

/** A percentage as a language writes it: `81,6 %` or `81.6%`. */
export function percentSaid(percent: string, language: Language): string {
  return `${percentIn(percent, language)}${language === 'vi' ? ' %' : '%'}`
}

/** Reads a percentage from 0 to 100 with at most two decimals, such as `60`, `33,33` or `60%`, as basis points; else null. */
export function readPercent(text: string): number | null {
  const [, whole, decimals = ''] = /^(\d{1,3})(?:[.,](\d{1,2}))? ?%?$/.exec(text) ?? []
  if (whole === undefined) return null
  const share = Number(whole + decimals.padEnd(2, '0'))
  return share <= 10_000 ? share : null
}
