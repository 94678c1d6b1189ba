import { expect, test } from 'vitest'
import type { ChosenTable } from '../../../src/contract/methods.ts'
import { countReady, isReplaced, toRequest } from '../../../src/renderer/dialogs/import-choices.ts'

const table = (token: string, kind: ChosenTable['kind']): ChosenTable => ({
  token,
  kind,
  name: token,
  sheet: '',
  rows: 1,
})

const choices = (...tables: ChosenTable[]) =>
  ({ tables, unit: 'million', numberFormat: 'vi' }) as const

test('asks for one table of each kind and leaves out what the person did not name', () => {
  expect(toRequest(choices(table('a', 'projects'), table('b', null), table('c', 'lines')))).toEqual(
    {
      tables: { projects: 'a', lines: 'c' },
      unit: 'million',
      numberFormat: 'vi',
    },
  )
})

test('lets the later table of a kind stand for it, and says so of the earlier', () => {
  const [first, second] = [table('a', 'projects'), table('b', 'projects')]
  expect(toRequest(choices(first, second)).tables).toEqual({ projects: 'b' })
  expect(countReady(choices(first, second))).toBe(1)
  expect([first, second].map((one) => isReplaced(one, [first, second]))).toEqual([true, false])
})
