import { expect, test } from 'vitest'
import { isOurPage } from '../../src/main/page-sender.ts'

const top = { origin: 'app://bundle', parent: null }

test('only the top frame of a known window at our own address may ask', () => {
  expect(isOurPage(top, true)).toBe(true)
  expect(isOurPage(top, false)).toBe(false)
  expect(isOurPage({ ...top, parent: top }, true)).toBe(false)
  for (const origin of [
    'app://elsewhere',
    'https://bundle',
    'file://',
    'null',
    'app://bundle.vn',
  ]) {
    expect(isOurPage({ ...top, origin }, true), origin).toBe(false)
  }
  // A frame that is gone by the time it is asked about.
  expect(isOurPage(null, true)).toBe(false)
})
