import { expect, test } from 'vitest'
import { type Steps, partOf, runSteps } from '../../src/engine/steps.ts'
import { UNWATCHED, partOfWork, workThrough } from '../../src/engine/work.ts'

/** Keeps the processor busy for so many steps of 20 ms. */
function* busy(steps: number): Steps<string> {
  for (let step = 0; step < steps; step += 1) {
    const until = performance.now() + 20
    while (performance.now() < until);
    yield step / steps
  }
  return 'done'
}

test('work is carried out at once or with pauses, to the same end', async () => {
  expect(runSteps(busy(2))).toBe('done')
  expect(await workThrough(busy(2), UNWATCHED)).toBe('done')
})

test('says how far it is, each part as its share of the whole', async () => {
  const shares: number[] = []
  const work = { ...UNWATCHED, report: (share: number) => shares.push(share) }
  await workThrough(partOf(busy(8), 1, 2), partOfWork(work, 1, 2))
  expect(shares.length).toBeGreaterThan(1)
  expect(shares).toEqual([...shares].sort((a, b) => a - b))
  expect(shares.every((share) => share >= 0.75 && share < 1)).toBe(true)
})

test('stops where it is as soon as it is told to', async () => {
  const controller = new AbortController()
  let heard = 0
  const work = {
    signal: controller.signal,
    report: () => {
      heard += 1
      controller.abort()
    },
  }
  await expect(workThrough(busy(50), work)).rejects.toMatchObject({ code: 'work-cancelled' })
  expect(heard).toBe(1)
})
