import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Watchdog } from '../../src/main/watchdog.ts'

let now = 0
let pings = 0
let hangs = 0
let dog: Watchdog

beforeEach(() => {
  vi.useFakeTimers()
  now = 0
  pings = 0
  hangs = 0
  dog = new Watchdog(
    () => {
      pings += 1
      dog.ask('ping', 'engine.ping')
    },
    () => (hangs += 1),
    () => now,
  )
})

afterEach(() => {
  dog.stop()
  vi.useRealTimers()
})

/** Lets time pass as a computer that stays awake sees it. */
function pass(seconds: number): void {
  for (let second = 0; second < seconds; second += 1) {
    now += 1_000
    vi.advanceTimersByTime(1_000)
  }
}

test('an engine that answers its pings is left alone for ever', () => {
  for (let minute = 0; minute < 10; minute += 1) {
    pass(4)
    dog.hear('ping')
  }
  expect([pings, hangs]).toEqual([10, 0])
})

test('a question without an answer for more than five seconds is a hang, told once', () => {
  dog.ask('window 1', 'plan.enterAmount')
  pass(5)
  expect(hangs).toBe(0)
  pass(20)
  expect(hangs).toBe(1)
})

test('work that may take long is given two minutes, and so is what waits behind it', () => {
  dog.ask('window 1', 'import.apply')
  dog.ask('window 2', 'plan.enterAmount')
  pass(119)
  expect(hangs).toBe(0)
  dog.hear('window 1')
  pass(5)
  expect(hangs).toBe(0)
  pass(1)
  expect(hangs).toBe(1)
})

test('a computer that slept for an hour accuses nobody', () => {
  dog.ask('window 1', 'plan.enterAmount')
  pass(2)
  now += 3_600_000
  vi.advanceTimersByTime(1_000)
  pass(4)
  expect(hangs).toBe(0)
})
