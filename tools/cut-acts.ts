import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { rightlyGreen } from './rightly-green.ts'
import { testsOf, type Test } from './playwright-tests.ts'

const REPORT = 'test-results/cut.json'
const LIST = 'test-results/cut-list.txt'

/** Runs the tests with one kind of cut; what became of each. */
function runCut(cut: string, given: string[], only?: Test[]): Test[] {
  mkdirSync('test-results', { recursive: true })
  if (only) writeFileSync(LIST, only.map(({ path }) => path).join('\n'))
  const list = only ? [`--test-list=${LIST}`] : []
  const args = ['test', '--config=e2e/playwright.config.ts', '--reporter=json', ...list, ...given]
  const env = { ...process.env, LIFEGUARD_E2E_CUT: cut, PLAYWRIGHT_JSON_OUTPUT_FILE: REPORT }
  spawnSync('playwright', args, { env, stdio: ['ignore', 'ignore', 'inherit'] })
  return testsOf(readFileSync(REPORT, 'utf8'))
}

/** Names the tests of a list under what is wrong with them; how many. */
function blame(what: string, tests: Test[]): number {
  if (tests.length > 0) console.log(`${what}:`)
  for (const { path } of tests) console.log(`  ${path}`)
  return tests.length
}

const unproven = (cut: Test[]) => cut.filter(({ passed, path }) => passed && !(path in rightlyGreen))

/**
 * Finds tests that prove nothing. Each write of a test is cut alone, in a run of its own, until a run has none left to
 * cut; of a test without any write all calls are cut at once. Whatever stays green did not look at what the act did.
 * Gives the exit code.
 */
export function findUnproven(given: string[]): number {
  let wrong = 0
  let silent = 0
  let acting: Test[] | undefined
  for (let write = 1; acting === undefined || acting.length > 0; write += 1) {
    const tests = runCut(String(write), given, acting)
    acting = tests.filter(({ writes }) => writes >= write)
    const whole = tests.filter(({ writes }) => writes < write)
    console.log(`Write ${write}: cut in ${acting.length} tests, ${whole.length} make none.`)
    wrong += blame('Green although it was cut', unproven(acting))
    wrong += blame(
      'Red although nothing was cut',
      whole.filter(({ passed }) => !passed),
    )
    if (write > 1) continue
    const reading = whole.filter(({ reads }) => reads > 0)
    silent = whole.length - reading.length
    const cut = reading.length > 0 ? runCut('reads', given, reading) : []
    console.log(`Every call: cut in ${cut.length} tests without a write; ${silent} make no call.`)
    wrong += blame('Green although every call was cut', unproven(cut))
  }
  return wrong === 0 ? 0 : 1
}
