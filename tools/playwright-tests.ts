import type { JSONReport, JSONReportSuite } from '@playwright/test/reporter'

export interface Test {
  /** File and titles, as Playwright's `--test-list` takes them. */
  path: string
  passed: boolean
  /** Calls of server actions that it made, by kind. */
  reads: number
  writes: number
}

/** The tests of a JSON report. */
export const testsOf = (text: string): Test[] => {
  const report = JSON.parse(text) as JSONReport
  return report.suites.flatMap((suite) => testsIn(suite, [suite.file]))
}

function testsIn(suite: JSONReportSuite, above: string[]): Test[] {
  const own = suite.specs.map(({ title, ok, tests }) => {
    const annotations = tests.flatMap(({ results }) => results.flatMap((result) => result.annotations))
    const count = (kind: string) => Number(annotations.findLast(({ type }) => type === kind)?.description ?? 0)
    return { path: [...above, title].join(' › '), passed: ok, reads: count('reads'), writes: count('writes') }
  })
  return [...own, ...(suite.suites ?? []).flatMap((inner) => testsIn(inner, [...above, inner.title]))]
}
