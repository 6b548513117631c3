import { expect, it } from 'vitest'
import { allChecks } from './all-checks.ts'
import type { Severity } from './check.ts'
import { openCounts } from './open-counts.ts'

const idOf = (severity: Severity) => allChecks.find((check) => check.severity === severity)?.id ?? ''
const finding = (checkId: string, isSuppressed = false) => ({
  checkId,
  subject: '',
  evidence: '',
  suppressed: isSuppressed ? { reason: 'Known', by: 'Ada', at: 0 } : null,
})

it('counts what is open, worst first, and says nothing of what is not there', () => {
  const findings = [finding(idOf('low')), finding(idOf('high')), finding(idOf('low')), finding(idOf('medium'), true)]
  expect([...openCounts(findings)]).toEqual([
    ['high', 1],
    ['low', 2],
  ])
  expect(openCounts([finding(idOf('high'), true)]).size).toBe(0)
})
