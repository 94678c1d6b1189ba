import { expect, test } from 'vitest'
import type { Request } from '../../src/contract/events.ts'
import { EarlyView } from '../../src/main/early-view.ts'

const REQUEST: Request = { id: 3, method: 'plan.view', params: {} }
const moved = { event: 'plan.changed', payload: {} } as const

function replyTo({ id }: Request, result: unknown) {
  return { id, result }
}

test('the view made early answers the first page that asks, under its own number', () => {
  const early = new EarlyView()
  expect(early.hear(replyTo(early.ask(), 'view'))).toBeNull()
  expect(early.claim(REQUEST)).toBe(true)
  expect(early.take()).toEqual({ id: 3, result: 'view' })
  expect(early.claim(REQUEST)).toBe(false)
})

test('a page that asks before it is there gets it when it comes', () => {
  const early = new EarlyView()
  const asked = early.ask()
  expect(early.claim(REQUEST)).toBe(true)
  expect(early.take()).toBeNull()
  expect(early.claim({ ...REQUEST, id: 4 })).toBe(false)
  // What moved before the answer is in it.
  expect(early.hear(moved)).toBe(moved)
  expect(early.hear(replyTo(asked, 'view'))).toEqual({ id: 3, result: 'view' })
})

test('nothing but a view is answered early', () => {
  const early = new EarlyView()
  early.hear(replyTo(early.ask(), 'view'))
  expect(early.claim({ ...REQUEST, method: 'plan.flags' })).toBe(false)
  expect(early.claim(undefined as unknown as Request)).toBe(false)
})

test('a view the plan has left behind is let go', () => {
  const early = new EarlyView()
  early.hear(replyTo(early.ask(), 'view'))
  expect(early.hear(moved)).toBe(moved)
  expect(early.claim(REQUEST)).toBe(false)
})

test('a page that took the place of another does not get the answer the other claimed', () => {
  const early = new EarlyView()
  const asked = early.ask()
  early.claim(REQUEST)
  early.release()
  expect(early.hear(replyTo(asked, 'view'))).toBeNull()
  expect(early.claim({ ...REQUEST, id: 1 })).toBe(true)
  expect(early.take()).toEqual({ id: 1, result: 'view' })
})

test('other answers and events pass by', () => {
  const early = new EarlyView()
  const answer = { id: 9, result: 'flags' }
  expect(early.hear(answer)).toBe(answer)
})
