import { expect, test } from 'vitest'
import { testsOf } from './playwright-tests.ts'

const annotations = [
  { type: 'memory in MiB', description: '80' },
  { type: 'reads', description: '3' },
  { type: 'writes', description: '1' },
]

test('the tests of a report are named by file and titles, with the calls that they made', () => {
  const specs = [
    { title: 'an operator saves', ok: true, tests: [{ results: [{ annotations }] }] },
    { title: 'nobody calls', ok: false, tests: [{ results: [{ annotations: [] }] }] },
  ]
  const inner = { title: 'the form', specs }
  const report = { suites: [{ title: 'tags.spec.ts', file: 'tags.spec.ts', specs: [], suites: [inner] }] }
  expect(testsOf(JSON.stringify(report))).toEqual([
    { path: 'tags.spec.ts › the form › an operator saves', passed: true, reads: 3, writes: 1 },
    { path: 'tags.spec.ts › the form › nobody calls', passed: false, reads: 0, writes: 0 },
  ])
})
