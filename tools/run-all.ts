import { rmSync } from 'node:fs'
import { findBrowser, thisMachine } from './find-browser.ts'
import { runLoudly, runStep } from './step.ts'
import type { Outcome } from './step.ts'
import { countBrowserTests, countUnitTests, total } from './test-counts.ts'
import type { Counts } from './test-counts.ts'
import { BROWSER_REPORT, RESULTS, UNIT_REPORT } from './reports.ts'
import { verify } from './verify.ts'

/** Runs what needs the built console: the browser tests, then the size of every page. */
async function runBuilt(): Promise<{ outcomes: Outcome[]; browserTests: Counts }> {
  const browser = findBrowser(thisMachine)
  const tested = browser !== null && (await runLoudly('playwright', ['test', '--config=e2e/playwright.config.ts']))
  const bytes = await runLoudly('node', ['tools/bench/bytes.ts'])
  return {
    outcomes: [{ name: 'first-load bytes', passed: bytes }],
    browserTests: withFailure(countBrowserTests(BROWSER_REPORT), tested),
  }
}

/** A run that ended badly without naming a failed test is one failure. */
const withFailure = (counts: Counts, passed: boolean): Counts =>
  passed || counts.failed > 0 ? counts : { ...counts, failed: 1 }

async function runEverything() {
  rmSync(RESULTS, { recursive: true, force: true })
  const verified = await verify()
  const unit = verified.find(({ name }) => name === 'unit tests')
  const unitTests = withFailure(countUnitTests(UNIT_REPORT), unit?.passed ?? false)
  const build = await runStep({ name: 'production build', commands: [['npm', 'run', 'build', '--', '--if-needed']] })
  const built = build.passed ? await runBuilt() : { outcomes: [], browserTests: { passed: 0, failed: 0 } }
  const checks = [...verified.filter((outcome) => outcome !== unit), build, ...built.outcomes]
  const failedChecks = checks.filter(({ passed }) => !passed)
  if (failedChecks.length > 0) console.log(`Failed checks: ${failedChecks.map(({ name }) => name).join(', ')}`)
  return total([unitTests, built.browserTests], failedChecks.length)
}

const { passed, failed } = await runEverything().catch((error: unknown) => {
  console.error(error)
  return { passed: 0, failed: 1 }
})
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
