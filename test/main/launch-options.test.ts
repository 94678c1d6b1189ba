import { expect, test } from 'vitest'
import { readLaunchOptions } from '../../src/main/launch-options.ts'

test('a start without arguments asks for nothing', () => {
  expect(readLaunchOptions([])).toEqual({
    files: [],
    isSample: false,
    screenshot: null,
    language: null,
    theme: null,
    size: null,
  })
})

test('workbooks, the sample, a picture and the look of the window are read', () => {
  const args = ['a.lgw', '--sample', '--screenshot', 'x.png', '--lang', 'en', '--theme', 'dark']
  expect(readLaunchOptions([...args, '--size', '1366x768', 'Kế hoạch.LGW'])).toEqual({
    files: ['a.lgw', 'Kế hoạch.LGW'],
    isSample: true,
    screenshot: 'x.png',
    language: 'en',
    theme: 'dark',
    size: { width: 1366, height: 768 },
  })
})

test('what is not ours is passed over', () => {
  const args = ['--no-sandbox', '--lang', 'fr', '--theme', 'blue', '--size', '12x9', 'notes.txt']
  expect(readLaunchOptions(args)).toEqual(readLaunchOptions([]))
})
