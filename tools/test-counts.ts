import type { JSONReport } from '@playwright/test/reporter'
import { existsSync, readFileSync } from 'node:fs'
import type { JsonTestResults } from 'vitest/node'

export interface Counts {
  passed: number
  failed: number
}

/** Counts a vitest report; a file that could not even be loaded is one failure. */
export function countUnitTests(file: string): Counts {
  const report = read<JsonTestResults>(file)
  if (!report) return { passed: 0, failed: 1 }
  const broken = report.testResults.filter(({ status, assertionResults }) => {
    return status === 'failed' && !assertionResults.some((test) => test.status === 'failed')
  })
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length }
}

/** Counts a Playwright report; an error outside any test is a failure, and a test that was not run is none that passed. */
export function countBrowserTests(file: string): Counts {
  const report = read<JSONReport>(file)
  if (!report) return { passed: 0, failed: 1 }
  const { expected, unexpected, flaky } = report.stats
  return { passed: expected, failed: unexpected + flaky + report.errors.length }
}

/** Adds up, with one failure for each check that failed. */
export const total = (counts: Counts[], failedChecks: number): Counts => ({
  passed: counts.reduce((sum, { passed }) => sum + passed, 0),
  failed: counts.reduce((sum, { failed }) => sum + failed, failedChecks),
})

function read<T>(file: string) {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : null
}
