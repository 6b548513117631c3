import { describe, expect, it } from 'vitest'
import { findingKey, reportOf } from './report.ts'
import { snapshotForTests } from './snapshot-for-tests.ts'

const denied = { known: false as const, error: { code: 'DENIED' as const, message: 'You may not read this.' } }

describe('a report', () => {
  it('of a sound pool is empty, and every check ran', () => {
    expect(reportOf(snapshotForTests(), new Map())).toMatchObject({
      name: 'Kiosk',
      findings: [],
      notRun: [],
      notes: [],
      drift: null,
    })
  })

  it('never takes what could not be read for nothing found', () => {
    const { findings, notRun } = reportOf({ ...snapshotForTests(), roles: denied, logins: denied }, new Map())
    expect(findings).toEqual([])
    expect(notRun.map(({ checkId }) => checkId)).toEqual([
      'developer-provider-missing',
      'same-role',
      'no-role',
      'ambiguous-role',
      'editable-claim',
      'mapping-without-provider',
      'too-many-rules',
      'guest-role-unused',
    ])
    expect(notRun[0]?.error).toEqual(denied.error)
  })

  it('says that it did not look at all identities', () => {
    const { notes } = reportOf(snapshotForTests({ logins: { whole: false, identities: 60 } }), new Map())
    expect(notes).toEqual([
      { checkId: 'developer-provider-missing', note: 'It looked at the first 60 identities only, not at all of them.' },
    ])
  })

  it('keeps a suppressed finding, with its reason', () => {
    const suppression = { reason: 'A public kiosk', by: 'Ada', at: 1 }
    const suppressions = new Map([[findingKey({ checkId: 'guest-access', subject: '' }), suppression]])
    const { findings } = reportOf(
      snapshotForTests({
        pool: { allowUnauthenticated: true, classicFlow: 'on' },
        roles: { unauthenticated: 'arn:aws:iam::123456789012:role/Guest' },
      }),
      suppressions,
    )
    expect(findings.map(({ checkId, suppressed }) => [checkId, suppressed])).toEqual([
      ['guest-access', suppression],
      ['classic-flow-on', null],
    ])
  })
})
