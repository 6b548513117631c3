import { describe, expect, it } from 'vitest'
import { findingFilter, findingFilterQuery, matchesFilter } from './finding-filter.ts'
import { findingsCsv } from './findings-csv.ts'
import { reportOf } from './report.ts'
import { snapshotForTests } from './snapshot-for-tests.ts'

const report = reportOf(
  snapshotForTests({
    pool: { name: '=HYPERLINK("x"), "quoted"', allowUnauthenticated: true, classicFlow: 'unset' },
    roles: { unauthenticated: 'arn:aws:iam::123456789012:role/Guest' },
  }),
  new Map([['guest-access ', { reason: 'A kiosk', by: 'Ada', at: 0 }]]),
)
const findings = report.findings.map((finding) => ({ finding, pool: report }))

describe('findings as CSV', () => {
  it('have one line each, and cannot run as formulas', () => {
    const [header, guests, classic] = findingsCsv(findings, [report], []).split('\r\n')
    expect(header).toBe(
      'status,severity,check,title,region,pool_name,pool_id,subject,evidence,reason,suppressed_by,suppressed_at',
    )
    expect(guests).toBe(
      `suppressed,medium,guest-access,Guest access is on,us-east-1,"'=HYPERLINK(""x""), ""quoted""",${report.poolId},,Unauthenticated identities are allowed.,A kiosk,Ada,1970-01-01T00:00:00.000Z`,
    )
    expect(classic).toMatch(/^open,high,classic-flow-unset,/)
  })

  it('say what could not be checked', () => {
    const error = { code: 'DENIED' as const, message: 'You may not read this.' }
    const notes = [{ checkId: 'developer-provider-missing', note: 'It looked at the first 60 only.' }]
    const partly = { ...report, name: 'Partly', notRun: [{ checkId: 'same-role', error }], notes }
    const lines = findingsCsv([], [partly], [{ pool: { ...report, name: 'Locked' }, error }])
      .trimEnd()
      .split('\r\n')
    expect(lines.map((line) => line.split(',')[0])).toEqual(['status', 'not run', 'partly run', 'not checked'])
    expect(lines[1]).toContain('same-role,Guests and signed-in users share a role,')
    expect(lines[1]).toContain(error.message)
    expect(lines[2]).toContain('developer-provider-missing,')
    expect(lines[2]).toContain('It looked at the first 60 only.')
    expect(lines[3]).toContain(`,Locked,${report.poolId},`)
    expect(lines[3]).toContain(error.message)
  })
})

describe('the filter of findings', () => {
  const shown = (query: string) =>
    findings
      .filter((finding) => matchesFilter(finding, findingFilter(new URLSearchParams(query))))
      .map(({ finding }) => finding.checkId)

  it('hides what is suppressed until it is asked for', () => {
    expect(shown('')).toEqual(['classic-flow-unset'])
    expect(shown('suppressed=true')).toEqual(['guest-access', 'classic-flow-unset'])
  })

  it('matches severity, and every word in title, evidence, pool or check', () => {
    expect(shown('suppressed=true&severity=medium')).toEqual(['guest-access'])
    expect(shown('q=never+flow')).toEqual(['classic-flow-unset'])
    expect(shown('q=hyperlink')).toEqual(['classic-flow-unset'])
    expect(shown('q=nowhere')).toEqual([])
    expect(shown('severity=dreadful')).toEqual(['classic-flow-unset'])
  })

  it('has those of one pool', () => {
    expect(shown(`pool=${report.poolId}`)).toEqual(['classic-flow-unset'])
    expect(shown('pool=another')).toEqual([])
  })

  it.each(['', '?q=a+b&severity=high&pool=a&suppressed=true'])('is what the address %s says', (query) => {
    expect(findingFilterQuery(findingFilter(new URLSearchParams(query)))).toBe(query)
  })
})
