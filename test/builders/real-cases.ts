import { readFileSync } from 'node:fs'
import { Decimal } from '../../src/core/decimal.ts'
import { type Money, toMoney } from '../../src/core/money.ts'

/** Two cells of one project of a real table that contradict each other, in whole đồng. */
export interface RealCase {
  readonly mistake: string
  readonly project: string
  readonly first: Money
  readonly second: Money
}

/** The real cases of a kind of mistake, as `fixtures/real-cases/README.md` describes them. */
export function readRealCases(mistake: string): RealCase[] {
  const text = readFileSync(new URL('../fixtures/real-cases/cases.csv', import.meta.url), 'utf8')
  return text
    .trim()
    .split('\n')
    .map((row) => row.split(','))
    .filter(([of]) => of === mistake)
    .map((cells) => ({
      mistake,
      project: cells[4] ?? '',
      first: fromMillions(cells[6]),
      second: fromMillions(cells[8]),
    }))
}

function fromMillions(text = ''): Money {
  return toMoney(new Decimal(text), 'million', text)
}
