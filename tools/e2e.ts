import { spawnSync } from 'node:child_process'
import { findUnproven } from './cut-acts.ts'

const ARGUMENTS = ['test', '--config=e2e/playwright.config.ts']

/** Runs the browser tests; its own options are `--slow` and `--cut`, all others are Playwright's. */
function run(given: string[]): number {
  const others = given.filter((argument) => argument !== '--slow' && argument !== '--cut')
  if (given.includes('--cut')) return findUnproven(others)
  const env = { ...process.env, LIFEGUARD_E2E_SLOW: given.includes('--slow') ? 'yes' : '' }
  return spawnSync('playwright', [...ARGUMENTS, ...others], { env, stdio: 'inherit' }).status ?? 1
}

process.exitCode = run(process.argv.slice(2))
