/**
 * Counts the tests of one vitest report. A file that could not be loaded, a part that ran nothing and
 * a run that failed without naming a test each count as one failure, so no run can pass by silence.
 */
export function tallyReport(report, status) {
  if (report === null) return { passed: 0, failed: 1 }
  const passed = report.numPassedTests
  const unloaded = report.testResults.filter(isUnloaded).length
  const failed = report.numFailedTests + unloaded
  const isSilent = failed === 0 && (status !== 0 || passed === 0)
  return { passed, failed: isSilent ? 1 : failed }
}

/** Adds the counts of two parts. */
export function addTallies(left, right) {
  return { passed: left.passed + right.passed, failed: left.failed + right.failed }
}

function isUnloaded({ status, assertionResults }) {
  return status === 'failed' && assertionResults.every((test) => test.status !== 'failed')
}
