import { defineConfig } from '@playwright/test'
import { fileURLToPath } from 'node:url'
import { presentBrowser, thisMachine } from '../tools/find-browser.ts'
import { BROWSER_REPORT, RESULTS } from '../tools/reports.ts'

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
  timeout: 60_000,
  expect: { timeout: 7_500 },
  reporter: [['list'], ['json', { outputFile: `${root}${BROWSER_REPORT}` }]],
  use: {
    browserName: 'chromium',
    launchOptions: executablePath ? { executablePath } : {},
    viewport: { width: 1280, height: 800 },
    locale: 'en-US',
    timezoneId: 'UTC',
    colorScheme: 'light',
    contextOptions: { reducedMotion: 'reduce' },
  },
})
