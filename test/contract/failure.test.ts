import { expect, test } from 'vitest'
import { fromFailure, toFailure } from '../../src/contract/failure.ts'
import { WorkbenchError } from '../../src/core/error.ts'

test('an error crosses a port with its code and its named values', () => {
  const detail = { code: '7654321', amount: 10n ** 15n, years: ['2026'], count: 3 }
  const crossed = structuredClone(toFailure(new WorkbenchError('project-unknown', detail)))
  const error = fromFailure(crossed)
  expect(error).toBeInstanceOf(WorkbenchError)
  expect(error).toMatchObject({ code: 'project-unknown', detail })
})

test('a crash arrives as a plain error with its message', () => {
  expect(toFailure(new TypeError('x is not a function'))).toEqual({
    code: 'crash',
    detail: { message: 'x is not a function' },
  })
  const error = fromFailure(toFailure('boom'))
  expect(error).not.toBeInstanceOf(WorkbenchError)
  expect(error.message).toBe('boom')
})
