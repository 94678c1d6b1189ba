import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { drained } from '../../src/cli/drained.ts'

test('waits for a full stream until it is read or closed, and not at all for one with room', async () => {
  await drained(new PassThrough())
  const read = new PassThrough({ highWaterMark: 2 })
  read.write('abc')
  let isDrained = false
  const waiting = drained(read).then(() => (isDrained = true))
  await new Promise((resolve) => setImmediate(resolve))
  expect(isDrained).toBe(false)
  read.resume()
  await waiting
  expect(isDrained).toBe(true)
  const closed = new PassThrough({ highWaterMark: 2 })
  closed.write('abc')
  const ended = drained(closed)
  closed.destroy()
  await ended
})
