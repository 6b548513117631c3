import { describe, expect, it } from 'vitest'
import { allChecks } from './all-checks.ts'
import type { Severity } from './check.ts'
import { poolCounts, totalCounts } from './pool-counts.ts'
import type { PoolReport } from './report.ts'

const idOf = (severity: Severity) => allChecks.find((check) => check.severity === severity)?.id ?? ''
const report = (name: string, ...found: Severity[]): PoolReport => ({
  poolId: `us-east-1:${name}`,
  name,
  region: 'us-east-1',
  findings: found.map((severity) => ({ checkId: idOf(severity), subject: '', evidence: '', suppressed: null })),
  notRun: [],
  notes: [],
  reach: {},
  drift: null,
})
const unread = {
  pool: { poolId: 'us-east-1:unread', name: 'Unread', region: 'us-east-1' },
  error: { code: 'DENIED' as const, message: 'AWS refused it.' },
}

describe('the findings of pools by severity', () => {
  const reports = [report('Sound'), report('Mild', 'medium', 'medium', 'low'), report('Bad', 'high')]
  const counts = poolCounts(reports, [unread])

  it('begins with the worst pool and ends with those without findings', () => {
    expect(counts.map(({ name }) => name)).toEqual(['Bad', 'Mild', 'Unread', 'Sound'])
    expect(counts.map(({ unknown }) => unknown)).toEqual([null, null, 'AWS refused it.', null])
  })

  it('is summed up for all pools', () => {
    expect(totalCounts(counts)).toMatchObject({ poolId: null, unknown: null })
    expect([...totalCounts(counts).bySeverity]).toEqual([
      ['high', 1],
      ['medium', 2],
      ['low', 1],
    ])
  })

  it('is not known where no pool was checked', () => {
    expect(totalCounts(poolCounts([], [unread])).unknown).toBe('No pool was checked')
    expect(totalCounts([]).unknown).toBeNull()
  })
})
