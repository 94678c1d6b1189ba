import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Money, money } from '../../src/core/money.ts'
import { type Project, blankProject } from '../../src/core/project.ts'
import { ProjectFigures } from '../../src/core/project-figures.ts'

const SPAN = { first: 2026, count: 2 }

function projectNeeding(id: number, needs: readonly (readonly [number, Money])[]): Project {
  return { ...blankProject(id, `700000${id}`), needs: new Map(needs) }
}

test('needs before and after the span widen it, and each stands in its own row', () => {
  const projects = [
    projectNeeding(1, [
      [2027, money(7)],
      [2024, money(5)],
    ]),
    projectNeeding(2, [[2028, money(9)]]),
  ]
  const { span, need } = ProjectFigures.reaching(projects, SPAN)
  expect(span).toEqual({ first: 2024, count: 5 })
  expect([...need]).toEqual([5, 0, 0, 7, 0, 0, 0, 0, 0, 9])
})

test('a year no plan may have widens nothing', () => {
  const projects = [projectNeeding(1, [[1924, money(5)]])]
  expect(ProjectFigures.reaching(projects, SPAN).span).toEqual(SPAN)
})

test('every amount a cell may hold is read exactly, wherever it stands', () => {
  const amounts = fc.bigInt({ min: 0n, max: 10n ** 15n }).map(money)
  const years = fc.integer({ min: 2020, max: 2034 })
  const someNeeds = fc.uniqueArray(fc.tuple(years, amounts), { selector: ([year]) => year })
  fc.assert(
    fc.property(fc.array(fc.tuple(someNeeds, amounts, amounts), { maxLength: 6 }), (stated) => {
      const projects = stated.map(([needs, totalInvestment, fundedBefore], at) => ({
        ...projectNeeding(at + 1, needs),
        totalInvestment,
        fundedBefore,
      }))
      const figures = ProjectFigures.reaching(projects, SPAN)
      const { first, count } = figures.span
      projects.forEach(({ needs, totalInvestment, fundedBefore }, slot) => {
        expect(figures.totalInvestment[slot]).toBe(Number(totalInvestment))
        expect(figures.fundedBefore[slot]).toBe(Number(fundedBefore))
        for (const [year, need] of needs) {
          expect(figures.need[slot * count + year - first]).toBe(Number(need))
        }
      })
    }),
    { numRuns: 100 },
  )
})
