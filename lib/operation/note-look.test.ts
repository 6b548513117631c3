import { describe, expect, it } from 'vitest'
import { verifyChain } from '../audit/verify-chain.ts'
import { store } from '../db/open.ts'
import { ENGINES } from '../db/store-for-tests.ts'
import { findDeveloperIdentity, lookupDeveloperIdentity } from '../developer-identities/actions.ts'
import { everything } from '../history/audit-filter.ts'
import { readAuditLog, readIdentityHistory } from '../history/read-entries.ts'
import { describeIdentity, listIdentities } from '../identities/actions.ts'
import { listIdentityNotes } from '../identity-notes/actions.ts'
import { clientOf } from '../code/service-pool-for-tests.ts'
import { consoleForTests } from './console-for-tests.ts'
import { noteLook } from './note-look.ts'
import { makePool, signUp } from './pool-of-act-for-tests.ts'

const onTest = <T extends object>(ref: T) => ({ ...ref, connectionId: 'test' })
const visible = { except: [''] }
const shown = async (operation: string) =>
  (await readAuditLog({ filter: { ...everything, operation }, visible, cursor: undefined })).entries

describe.each(ENGINES)('a log of looks on %s', (engine) => {
  const lifeguard = consoleForTests({ engine, audit: { looks: true } })

  it('has who looked at whom once a minute, and is shown where it is asked for', async () => {
    const client = clientOf(lifeguard.world, 'us-east-1')
    const pool = onTest(await makePool(client))
    const identity = onTest(await signUp(client, pool.poolId, 'ada'))
    for (const read of [
      () => describeIdentity({ identity }),
      () => lookupDeveloperIdentity({ pool, identityId: identity.identityId }),
      () => listIdentityNotes({ identity }),
      () => describeIdentity({ identity }),
      () => listIdentities({ pool, hideDisabled: false }),
    ])
      expect(await read()).toMatchObject({ ok: true })
    expect(await lookupDeveloperIdentity({ pool, userIdentifier: 'ada' })).toMatchObject({ ok: true })
    const pools = [{ poolId: pool.poolId, describeFirst: false }]
    for await (const answer of await findDeveloperIdentity({ connectionId: 'test', pools, userIdentifier: 'grace' }))
      expect(answer).toBeDefined()
    const rows = (await lifeguard.auditRows()).filter(({ phase }) => phase === 'look')
    expect(rows.map((row) => [row.operation, row.actor_id, row.identity_id, row.input])).toEqual([
      ['LookAtPerson', 'local', identity.identityId, '{"read":"DescribeIdentity"}'],
      ['LookAtPerson', 'local', null, '{"read":"LookupDeveloperIdentity","userIdentifiers":["ada"]}'],
      ['LookAtPerson', 'local', null, '{"read":"LookupDeveloperIdentity","userIdentifiers":["grace"]}'],
    ])
    expect(await shown('')).toEqual([])
    expect(await shown('look at a person')).toHaveLength(3)
    const history = await readIdentityHistory(identity, {})
    expect(history.entries.map(({ operation }) => operation)).toEqual(['LookAtPerson'])
    expect(await verifyChain(store())).toMatchObject({ ok: true })
  })

  it('has the same look again after a minute, and that of somebody else at once', async () => {
    const before = (await shown('look at a person')).length
    const [ada, grace] = ['ada', 'grace'].map((id) => ({ id, name: id, role: 'support' as const }))
    const input = { userIdentifier: 'jane' }
    const look = { name: 'LookupDeveloperIdentity', target: null, input }
    const at = Date.now()
    for (const [actor, now] of [
      [ada, at],
      [ada, at + 59_000],
      [grace, at + 59_000],
      [ada, at + 60_000],
    ] as const)
      if (actor) await noteLook({ ...look, actor }, now)
    const found = (await shown('look at a person')).slice(0, -before || undefined)
    expect(found.map(({ actor }) => actor.id)).toEqual(['ada', 'grace', 'ada'])
  })
})

describe('without the setting', () => {
  const lifeguard = consoleForTests()

  it('no look is kept', async () => {
    const client = clientOf(lifeguard.world, 'us-east-1')
    const pool = onTest(await makePool(client))
    const identity = onTest(await signUp(client, pool.poolId, 'ada'))
    expect(await describeIdentity({ identity })).toMatchObject({ ok: true })
    expect(await lifeguard.auditRows()).toEqual([])
  })
})
