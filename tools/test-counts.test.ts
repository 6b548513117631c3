import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { countBrowserTests, countUnitTests, total } from './test-counts.ts'

const folder = mkdtempSync(join(tmpdir(), 'lifeguard-counts-'))
afterAll(() => rmSync(folder, { recursive: true }))

function report(content: object) {
  const file = join(folder, 'report.json')
  writeFileSync(file, JSON.stringify(content))
  return file
}

const fileOf = (...statuses: string[]) => ({
  status: statuses.includes('failed') || statuses.length === 0 ? 'failed' : 'passed',
  assertionResults: statuses.map((status) => ({ status })),
})
const stats = { expected: 0, unexpected: 0, flaky: 0, skipped: 0 }

describe('the counts of a run', () => {
  it('take unit tests as they ended', () => {
    const testResults = [fileOf('passed', 'failed'), fileOf('passed')]
    expect(countUnitTests(report({ numPassedTests: 2, numFailedTests: 1, testResults }))).toEqual({
      passed: 2,
      failed: 1,
    })
  })

  it('take a test file that cannot be loaded as a failure', () => {
    const testResults = [fileOf(), fileOf('passed')]
    expect(countUnitTests(report({ numPassedTests: 1, numFailedTests: 0, testResults }))).toEqual({
      passed: 1,
      failed: 1,
    })
  })

  it('take a browser test as passed only when it ran and ended as expected', () => {
    const file = report({ stats: { ...stats, expected: 3, unexpected: 1, flaky: 1, skipped: 4 }, errors: [] })
    expect(countBrowserTests(file)).toEqual({ passed: 3, failed: 2 })
  })

  it('take an error outside any browser test as a failure', () => {
    const file = report({ stats: { ...stats, expected: 3 }, errors: [{ message: 'The console did not start' }] })
    expect(countBrowserTests(file)).toEqual({ passed: 3, failed: 1 })
  })

  it('take a missing report as a failure', () => {
    const missing = join(folder, 'missing.json')
    expect([countUnitTests(missing), countBrowserTests(missing)]).toEqual([
      { passed: 0, failed: 1 },
      { passed: 0, failed: 1 },
    ])
  })

  it('add up with one failure for each failed check', () => {
    const counts = [
      { passed: 5, failed: 1 },
      { passed: 7, failed: 0 },
    ]
    expect(total(counts, 2)).toEqual({ passed: 12, failed: 3 })
  })
})
