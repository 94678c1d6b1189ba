import { expect, test } from 'vitest'
import { ProgressLine } from '../../src/cli/progress-line.ts'

function watch(isTTY: boolean) {
  const written: string[] = []
  let now = 0
  const line = new ProgressLine({ isTTY, write: (text) => written.push(text) }, () => now)
  return {
    written,
    line,
    showAt: (ms: number, share: number) => {
      now = ms
      line.show(share)
    },
  }
}

test('a terminal shows how far long work is, each percent once, and is left clean', () => {
  const { written, line, showAt } = watch(true)
  showAt(900, 0.3)
  showAt(1_100, 0.401)
  showAt(1_200, 0.409)
  showAt(1_300, 0.999)
  line.clear()
  expect(written).toEqual(['\r 40%', '\r 99%', '\r    \r'])
})

test('short work and anything that is no terminal get nothing', () => {
  const short = watch(true)
  short.showAt(500, 0.9)
  short.line.clear()
  const piped = watch(false)
  piped.showAt(5_000, 0.5)
  piped.line.clear()
  expect([...short.written, ...piped.written]).toEqual([])
})
