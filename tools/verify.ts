import { UNIT_REPORT } from './reports.ts'
import { runStep, runSteps } from './step.ts'
import type { Outcome, Step } from './step.ts'

const generateTypes: Step = { name: 'route types', commands: [['next', 'typegen']] }

/** Everything but the tests that take long. */
const SHORT = ['--project=sharing', '--project=alone']

const steps = (projects: string[]): Step[] => [
  {
    name: 'unit tests',
    commands: [
      [
        'vitest',
        'run',
        '--config=tools/vitest.config.ts',
        ...projects,
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${UNIT_REPORT}`,
      ],
    ],
  },
  { name: 'format', commands: [['oxfmt', '--check']] },
  { name: 'lint', commands: [['oxlint']] },
  { name: 'types', commands: [['tsc', '--noEmit', '--incremental', 'false']] },
  { name: 'dead code', commands: [['knip']] },
]

/**
 * Everything that needs no build and no browser, of the unit tests those of some projects or all; they leave their
 * report at `UNIT_REPORT`.
 */
export async function verify(projects: string[] = []): Promise<Outcome[]> {
  return [await runStep(generateTypes), ...(await runSteps(steps(projects), 2))]
}

if (import.meta.main) {
  const failed = (await verify(SHORT)).filter(({ passed }) => !passed).map(({ name }) => name)
  console.log(failed.length === 0 ? 'Everything holds.' : `Failed: ${failed.join(', ')}`)
  process.exitCode = failed.length === 0 ? 0 : 1
}
