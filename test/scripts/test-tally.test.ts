import { expect, test } from 'vitest'
import { tallyReport } from '../../scripts/test-tally.mjs'

const clean = { numPassedTests: 3, numFailedTests: 0, testResults: [] }

test('counts what passed and what failed', () => {
  const results = [{ status: 'failed', assertionResults: [{ status: 'failed' }] }]
  expect(tallyReport({ ...clean, numFailedTests: 1, testResults: results }, 1)).toEqual({
    passed: 3,
    failed: 1,
  })
  expect(tallyReport(clean, 0)).toEqual({ passed: 3, failed: 0 })
})

test('counts a file that could not be loaded as a failure', () => {
  const results = [{ status: 'failed', assertionResults: [] }]
  expect(tallyReport({ ...clean, testResults: results }, 1)).toEqual({ passed: 3, failed: 1 })
})

test('never passes by silence', () => {
  expect(tallyReport(null, 0).failed).toBe(1)
  expect(tallyReport({ ...clean, numPassedTests: 0 }, 0).failed).toBe(1)
  expect(tallyReport(clean, 1).failed).toBe(1)
})
