import { UnsecuredJWT } from 'jose'
import { beforeEach, describe, expect, it } from 'vitest'
import { consoleForTests } from '../operation/console-for-tests.ts'
import { peopleForTests } from '../developer-identities/people-for-tests.ts'
import { describeIdentity } from '../identities/actions.ts'
import { createIdentityPool } from '../pools/actions.ts'
import type { PoolRef } from '../core/refs.ts'
import { getIdentityPoolRoles, setIdentityPoolRoles } from '../roles/actions.ts'
import type { RoleSettings } from '../roles/pool-roles.ts'
import { runTest, type TestRun } from './run-test.ts'
import type { Subject } from './subject.ts'
import { testCalls, type LostAttempts } from './test-calls.ts'

const lifeguard = consoleForTests()
const GOOGLE = 'accounts.google.com'
const DEVELOPER = 'login.test.example'
const role = (name: string) => `arn:aws:iam::123456789012:role/${name}`
const roles: RoleSettings = { authenticated: role('User'), unauthenticated: role('Guest'), mappings: [] }

async function createPool(change: object = {}, settings: RoleSettings | null = roles): Promise<PoolRef> {
  const made = await createIdentityPool({
    connectionId: 'test',
    region: 'us-east-1',
    name: 'Tested',
    allowUnauthenticated: true,
    classicFlow: 'on',
    developerProviderName: DEVELOPER,
    loginProviders: { [GOOGLE]: 'app', 'graph.facebook.com': '1' },
    ...change,
  })
  if (!made.ok) throw new Error(made.error.message)
  const pool = { connectionId: 'test', poolId: made.value.poolId }
  if (settings) {
    const before = await getIdentityPoolRoles({ pool })
    if (!before.ok) throw new Error(before.error.message)
    const saved = await setIdentityPoolRoles({ pool, seen: before.value.fingerprint, roles: settings })
    if (!saved.ok) throw new Error(saved.error.message)
  }
  return pool
}

const google = (claims: Record<string, unknown> = {}) =>
  new UnsecuredJWT({ iss: `https://${GOOGLE}`, sub: 'g-1', aud: 'app', ...claims }).setExpirationTime('1h').encode()
const guest: Subject = { as: 'guest', identityId: null }
const ofGoogle = (more: Partial<Extract<Subject, { as: 'login' }>> = {}): Subject => ({
  as: 'login',
  provider: GOOGLE,
  token: google(),
  identityId: null,
  customRoleArn: null,
  ...more,
})
const developer = (userIdentifier: string): Subject => ({ as: 'developer', providerName: DEVELOPER, userIdentifier })

const lost: LostAttempts = new Map()
const waits: number[] = []
beforeEach(() => {
  waits.length = 0
  lost.clear()
})

async function test(pool: PoolRef, subject: Subject, wanted = { openIdToken: true, credentials: true }) {
  const seen: TestRun[] = []
  const calls = {
    ...testCalls(pool, lost),
    wait: async (milliseconds: number) => void waits.push(milliseconds),
    now: Date.now,
  }
  await runTest({ subject, wanted }, calls, (run) => seen.push(run), new AbortController().signal)
  const end = seen.at(-1)
  if (!end) throw new Error('nothing was told')
  return end
}

const madeOf = ({ identity }: TestRun) =>
  identity.status === 'answered' ? identity.value.origin.made : identity.status
const idOf = ({ identity }: TestRun) => (identity.status === 'answered' ? identity.value.identityId : '')
const roleOf = ({ credentials }: TestRun) =>
  credentials.status === 'answered' ? credentials.value.role?.roleArn : credentials.status
const errorOf = (step: TestRun[keyof TestRun]) => (step.status === 'refused' ? step.error : null)

describe('a test', () => {
  it('of a guest makes an identity with a token and the guest role', async () => {
    const end = await test(await createPool(), guest)
    expect(madeOf(end)).toBe('yes')
    expect(roleOf(end)).toBe(role('Guest'))
    expect(end.openIdToken).toMatchObject({ status: 'answered', value: { identityId: idOf(end) } })
    expect(end.credentials).toMatchObject({ value: { role: { by: 'session-token' } } })
  })

  it('of a login makes its identity once and finds it after that', async () => {
    const pool = await createPool()
    const first = await test(pool, ofGoogle())
    expect([madeOf(first), roleOf(first)]).toEqual(['yes', role('User')])
    expect(idOf(await test(pool, ofGoogle()))).toBe(idOf(first))
  })

  it('does not call an identity its own whose date is earlier, or after the call', async () => {
    const pool = await createPool()
    const made: string[] = []
    for (const [index, apart] of [-60_000, -1_000, 60_000].entries()) {
      lifeguard.world.clock.set(Date.now() + apart)
      made.push(madeOf(await test(pool, ofGoogle({ token: google({ sub: `dated-${index}` }) }))))
    }
    lifeguard.world.clock.reset()
    expect(made).toEqual(['no', 'unknown', 'unknown'])
  })

  it('cannot tell whose identity it is when the date is refused', async () => {
    const pool = await createPool()
    lifeguard.world.faults.add([{ operation: 'DescribeIdentity', error: 'AccessDeniedException', count: 1 }])
    const end = await test(pool, ofGoogle(), { openIdToken: false, credentials: false })
    expect(madeOf(end)).toBe('unknown')
    expect(end.credentials).toMatchObject({ status: 'left-out' })
  })

  it('of a developer user knows by a look-up whether the user is new', async () => {
    const pool = await createPool()
    const known = await peopleForTests(lifeguard.world).signUp(pool.poolId, { [DEVELOPER]: 'ada' })
    const [ada, bob] = [await test(pool, developer('ada')), await test(pool, developer('bob'))]
    expect([madeOf(ada), idOf(ada), roleOf(ada)]).toEqual(['no', known, role('User')])
    expect(madeOf(bob)).toBe('yes')
    expect(ada.openIdToken).toMatchObject({ status: 'answered' })
  })

  it('goes on to the credentials when the basic flow is refused, and with a custom role', async () => {
    const mapped = {
      ...roles,
      mappings: [
        {
          provider: GOOGLE,
          type: 'Rules' as const,
          ambiguous: 'Deny' as const,
          rules: ['Blue', 'Bluer'].map((name) => ({
            claim: 'team',
            match: 'StartsWith' as const,
            value: 'blue',
            roleArn: role(name),
          })),
        },
      ],
    }
    const pool = await createPool({}, mapped)
    const token = google({ team: 'blue' })
    const first = await test(pool, ofGoogle({ token }))
    expect(errorOf(first.openIdToken)?.message).toContain('not supported with RoleMappings')
    expect(roleOf(first)).toBe(role('Blue'))
    expect(roleOf(await test(pool, ofGoogle({ token, customRoleArn: role('Bluer') })))).toBe(role('Bluer'))
    expect(errorOf((await test(pool, ofGoogle())).credentials)?.message).toContain('ambiguous role mapping')
  })

  it('stops where there is no identity, with what the service says', async () => {
    const shut = await test(await createPool({ allowUnauthenticated: false }), guest)
    expect(errorOf(shut.identity)?.message).toContain('Unauthenticated access is not supported')
    expect([shut.openIdToken.status, shut.credentials.status]).toEqual(['left-out', 'left-out'])
    const roleless = await test(await createPool({}, null), guest)
    expect(errorOf(roleless.credentials)?.awsName).toBe('InvalidIdentityPoolConfigurationException')
  })

  it('links no login to a guest that was there before', async () => {
    const pool = await createPool()
    const identityId = await peopleForTests(lifeguard.world).signUp(pool.poolId, {})
    const end = await test(pool, ofGoogle({ identityId }))
    expect([errorOf(end.openIdToken)?.code, errorOf(end.credentials)?.code]).toEqual(['CONFLICT', 'CONFLICT'])
    const identity = { connectionId: 'test', identityId }
    expect(await describeIdentity({ identity })).toMatchObject({ value: { state: 'guest', logins: [] } })
    const asGuest = await test(pool, { as: 'guest', identityId })
    expect([madeOf(asGuest), roleOf(asGuest)]).toEqual(['no', role('Guest')])
  })

  it('waits out a throttle, and gives up on one that stays', async () => {
    const pool = await createPool()
    lifeguard.world.faults.add([{ operation: 'GetId', error: 'TooManyRequestsException', count: 2 }])
    expect(madeOf(await test(pool, guest))).toBe('yes')
    expect(waits).toHaveLength(2)
    lifeguard.world.faults.add([{ operation: 'GetId', error: 'TooManyRequestsException' }])
    expect(errorOf((await test(pool, guest)).identity)?.code).toBe('THROTTLED')
    lifeguard.world.faults.clear()
    expect(waits).toHaveLength(6)
  })

  it('tells nothing more once it is stopped', async () => {
    const pool = await createPool()
    const stopper = new AbortController()
    const seen: string[] = []
    const calls = { ...testCalls(pool, lost), wait: () => Promise.resolve(), now: Date.now }
    const wanted = { openIdToken: true, credentials: true }
    const told = ({ identity }: TestRun) => {
      seen.push(identity.status)
      stopper.abort()
    }
    await runTest({ subject: guest, wanted }, calls, told, stopper.signal)
    expect(seen).toEqual(['running'])
  })
})

describe('what a test leaves in the audit', () => {
  it('is who did what to which identity, and no secret', async () => {
    const pool = await createPool()
    const before = (await lifeguard.auditRows()).length
    const token = google({ sub: 'audited' })
    const end = await test(pool, ofGoogle({ token }))
    const made = await test(pool, developer('carol'))
    const rows = (await lifeguard.auditRows()).slice(before)
    expect(rows.map(({ operation, phase, outcome }) => `${operation} ${outcome ?? phase}`)).toEqual([
      'GetId started',
      'GetId succeeded',
      'GetOpenIdToken started',
      'GetOpenIdToken succeeded',
      'GetCredentialsForIdentity started',
      'GetCredentialsForIdentity succeeded',
      'TestDeveloperSignIn started',
      'TestDeveloperSignIn succeeded',
      'GetCredentialsForIdentity started',
      'GetCredentialsForIdentity succeeded',
    ])
    expect(rows[1]).toMatchObject({ identity_id: idOf(end), pool_id: pool.poolId })
    expect(JSON.parse(rows[5]?.after ?? '')).toMatchObject({ handedOut: 'credentials', role: role('User') })
    const text = JSON.stringify(rows)
    const secrets = [end, made].flatMap(({ openIdToken, credentials }) => [
      ...(openIdToken.status === 'answered' ? [openIdToken.value.token] : []),
      ...(credentials.status === 'answered'
        ? [
            credentials.value.keys.accessKeyId,
            credentials.value.keys.secretAccessKey,
            credentials.value.keys.sessionToken,
          ]
        : []),
    ])
    expect(secrets).toHaveLength(8)
    for (const secret of [token, ...secrets]) expect(text).not.toContain(secret)
  })
})

describe('whoever may not', () => {
  it('is refused on a read-only connection, and nothing is sent', async () => {
    const pool = { ...(await createPool()), connectionId: 'fixed' }
    expect(errorOf((await test(pool, guest)).identity)?.code).toBe('READ_ONLY')
    expect(errorOf((await test(pool, developer('ada'))).identity)?.code).toBe('READ_ONLY')
  })
})
