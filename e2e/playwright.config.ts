import { defineConfig } from '@playwright/test'
import { fileURLToPath } from 'node:url'
import { presentBrowser, thisMachine } from '../tools/find-browser.ts'
import { BROWSER_REPORT, RESULTS } from '../tools/reports.ts'
import { cutting, holdBack } from './fixtures/mode.ts'

/** A test of a dozen steps waits for a dozen answers that are held back. */
const patience = holdBack > 0 ? 4 : 1

const root = fileURLToPath(new URL('..', import.meta.url))
const executablePath = presentBrowser(thisMachine)

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: `${root}${RESULTS}/browser`,
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  timeout: 120_000 * patience,
  expect: { timeout: 7_500 * patience },
  reporter: [['list'], ['json', { outputFile: `${root}${BROWSER_REPORT}` }]],
  use: {
    // What never comes after a cut shall not take a test's whole time.
    actionTimeout: cutting === null ? 0 : 7_500,
    browserName: 'chromium',
    launchOptions: executablePath ? { executablePath } : {},
    viewport: { width: 1280, height: 800 },
    locale: 'en-US',
    timezoneId: 'UTC',
    colorScheme: 'light',
    contextOptions: { reducedMotion: 'reduce' },
  },
})
