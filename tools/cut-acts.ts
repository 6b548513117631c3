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
  const args = [
    'test',
    '--config=e2e/playwright.config.ts',
    '--reporter=json',
    ...(only ? [`--test-list=${LIST}`] : given),
  ]
  const env = { ...process.env, LIFEGUARD_E2E_CUT: cut, PLAYWRIGHT_JSON_OUTPUT_FILE: REPORT }
  spawnSync('playwright', args, { env, stdio: ['ignore', 'ignore', 'inherit'] })
  return testsOf(readFileSync(REPORT, 'utf8'))
}

/** Says which of the tests, cut like this, passed all the same and are not known to be right in it; how many. */
function judge(what: string, tests: Test[]): number {
  const green = tests.filter(({ passed, path }) => passed && !(path in rightlyGreen))
  console.log(`${what} cut: ${tests.length} tests, ${green.length} green all the same`)
  for (const { path } of green) console.log(`  ${path}`)
  return green.length
}

/**
 * Finds tests that prove nothing: each write that a test makes is cut alone, and of a test without any write all calls;
 * whatever stays green did not look at what the act did. Gives the exit code.
 */
export function findUnbelievable(given: string[]): number {
  const counted = runCut('none', given)
  const red = counted.filter(({ passed }) => !passed)
  for (const { path } of red) console.log(`Red without any cut: ${path}`)
  const sound = counted.filter(({ passed }) => passed)
  let unbelievable = red.length
  const most = Math.max(0, ...sound.map(({ writes }) => writes))
  for (let write = 1; write <= most; write += 1) {
    const acting = sound.filter(({ writes }) => writes >= write)
    unbelievable += judge(`Write ${write}`, runCut(String(write), given, acting))
  }
  const reading = sound.filter(({ reads, writes }) => writes === 0 && reads > 0)
  if (reading.length > 0) unbelievable += judge('Every call of a test without a write', runCut('reads', given, reading))
  console.log(
    `${sound.filter(({ reads, writes }) => reads + writes === 0).length} tests call nothing that could be cut.`,
  )
  return unbelievable === 0 ? 0 : 1
}
