import { wordsOfCheck } from './check-words.ts'
import { describe, expect, it } from 'vitest'
import type { TrustCode } from '../iam-roles/trust-finding.ts'
import type { FaultCode } from '../reach/reach-fault.ts'
import type { RoleTrust } from '../iam-roles/role-trust.ts'
import { allChecks, checkById } from './all-checks.ts'
import { mapping, roleArn, snapshotForTests, trusted, USER_POOL } from './snapshot-for-tests.ts'

type Changes = Parameters<typeof snapshotForTests>[0]

const twitter = (value: string) => ({ loginProviders: { 'api.twitter.com': value } })
const client = `${USER_POOL}:web`
const rule = (claim: string) => ({ claim, match: 'Equals' as const, value: 'x', roleArn: roleArn('Admin') })
const rules = (...claims: string[]) => mapping({ rules: claims.map(rule) })

const faulty = (code: TrustCode, more: Partial<RoleTrust> = {}) =>
  trusted({ findings: [{ code, severity: 'warns', message: 'It does.' }], ...more })
const reachFault = (code: FaultCode) => ({ code, arn: roleArn('User'), evidence: 'It does.', policy: '{}' })
const tags = (map: Record<string, string>) => ({ provider: 'accounts.google.com', useDefaults: false, tags: map })

/** Per check: pools that trigger it, with the subjects found, and pools that only nearly do. */
const cases: Record<string, { found: [Changes, string[]][]; clean: Changes[] }> = {
  'guest-access': { found: [[{ pool: { allowUnauthenticated: true } }, ['']]], clean: [{}] },
  'classic-flow-on': {
    found: [[{ pool: { classicFlow: 'on' } }, ['']]],
    clean: [{}, { pool: { classicFlow: 'unset' } }],
  },
  'classic-flow-unset': {
    found: [[{ pool: { classicFlow: 'unset' } }, ['']]],
    clean: [{}, { pool: { classicFlow: 'on' } }],
  },
  'token-check-off': {
    found: [
      [
        {
          pool: {
            userPools: [
              { providerName: USER_POOL, clientId: 'web', serverSideTokenCheck: false },
              { providerName: USER_POOL, clientId: 'ios', serverSideTokenCheck: true },
            ],
          },
        },
        [client],
      ],
    ],
    clean: [{}, { pool: { userPools: [] } }],
  },
  'developer-provider-missing': {
    found: [
      [{ logins: { providers: ['login.kiosk.example', USER_POOL] } }, ['login.kiosk.example']],
      [
        { pool: { developerProviderName: 'login.other.example' }, logins: { providers: ['login.kiosk.example'] } },
        ['login.kiosk.example'],
      ],
    ],
    clean: [
      {},
      { logins: { providers: [] } },
      { pool: { developerProviderName: 'login.kiosk.example' }, logins: { providers: ['login.kiosk.example'] } },
    ],
  },
  'twitter-secret': {
    found: [[{ pool: twitter('key;••••••••') }, ['api.twitter.com']]],
    clean: [{}, { pool: twitter('key') }],
  },
  'retired-provider': {
    found: [[{ pool: { loginProviders: { 'www.digits.com': 'app' } } }, ['www.digits.com']]],
    clean: [{}],
  },
  'same-role': {
    found: [[{ roles: { authenticated: roleArn('Everyone'), unauthenticated: roleArn('Everyone') } }, ['']]],
    clean: [{}, { roles: { authenticated: null, unauthenticated: null } }],
  },
  'no-role': {
    found: [
      [{ roles: { authenticated: null } }, ['authenticated']],
      [{ pool: { allowUnauthenticated: true }, roles: { unauthenticated: null } }, ['unauthenticated']],
    ],
    clean: [{}, { roles: { unauthenticated: null } }],
  },
  'ambiguous-role': {
    found: [[{ roles: { mappings: [mapping({ ambiguous: 'AuthenticatedRole' })] } }, [client]]],
    clean: [{}, { roles: { mappings: [mapping({ type: 'Token', ambiguous: 'AuthenticatedRole', rules: [] })] } }],
  },
  'editable-claim': {
    found: [
      [
        { roles: { mappings: [rules('custom:team', 'sub', 'custom:team', 'email')] } },
        [`${client} custom:team`, `${client} email`],
      ],
      [
        { roles: { mappings: [mapping({ provider: 'accounts.google.com', rules: [rule('name')] })] } },
        ['accounts.google.com name'],
      ],
    ],
    clean: [
      {},
      { roles: { mappings: [rules('cognito:groups', 'sub', 'email_verified')] } },
      { roles: { mappings: [mapping({ provider: 'accounts.google.com', rules: [rule('email')] })] } },
      { roles: { mappings: [mapping({ type: 'Token', rules: [rule('custom:team')] })] } },
    ],
  },
  'mapping-without-provider': {
    found: [
      [{ roles: { mappings: [mapping({ provider: `https://${client}` }), mapping()] } }, [`https://${client}`]],
      [{ pool: { userPools: [] } }, [client]],
      [{ roles: { mappings: [mapping({ provider: USER_POOL })] } }, [USER_POOL]],
    ],
    clean: [{}, { roles: { mappings: [mapping({ provider: 'accounts.google.com' })] } }, { roles: { mappings: [] } }],
  },
  'too-many-rules': {
    found: [[{ roles: { mappings: [rules(...Array<string>(26).fill('sub'))] } }, [client]]],
    clean: [{}, { roles: { mappings: [rules(...Array<string>(25).fill('sub'))] } }],
  },
  'role-not-found': {
    found: [
      [
        { trust: { roles: [trusted({ exists: false }), trusted({ exists: false, users: 'unauthenticated' })] } },
        [roleArn('User')],
      ],
    ],
    clean: [{}, { trust: { roles: [], elsewhere: [roleArn('Elsewhere')] } }],
  },
  'trust-lacks-aud': {
    found: [[{ trust: { roles: [faulty('any-pool', { namesAud: false })] } }, [roleArn('User')]]],
    clean: [{}, { trust: { roles: [faulty('any-pool')] } }],
  },
  'trust-any-pool': {
    found: [[{ trust: { roles: [faulty('any-pool')] } }, [roleArn('User')]]],
    clean: [{}, { trust: { roles: [faulty('any-pool', { namesAud: false })] } }],
  },
  'trust-lacks-amr': {
    found: [[{ trust: { roles: [faulty('guests')] } }, [roleArn('User')]]],
    clean: [{}, { trust: { roles: [faulty('any-users', { users: 'unauthenticated' })] } }],
  },
  'trust-refuses-pool': {
    found: [
      [
        { trust: { roles: [faulty('pool'), faulty('users', { users: 'unauthenticated', arn: roleArn('Guest') })] } },
        [roleArn('User'), roleArn('Guest')],
      ],
    ],
    clean: [{}, { trust: { roles: [faulty('some-providers')] } }],
  },
  'trust-unsent-key': {
    found: [[{ trust: { roles: [faulty('void-key')] } }, [roleArn('User')]]],
    clean: [{}, { trust: { roles: [faulty('key')] } }],
  },
  'trust-lacks-tag-session': {
    found: [
      [{ trust: { roles: [faulty('tag-session')] }, principalTags: [tags({ user: 'sub' })] }, [roleArn('User')]],
      [
        { trust: { roles: [faulty('tag-session')] }, principalTags: [{ ...tags({}), useDefaults: true }] },
        [roleArn('User')],
      ],
    ],
    clean: [
      {},
      { trust: { roles: [faulty('tag-session')] } },
      { trust: { roles: [faulty('tag-session')] }, principalTags: [tags({})] },
      { principalTags: [tags({ user: 'sub' })] },
      {
        trust: { roles: [faulty('tag-session', { users: 'unauthenticated' })] },
        principalTags: [tags({ user: 'sub' })],
      },
    ],
  },
  'guest-role-unused': {
    found: [[{ roles: { unauthenticated: roleArn('Guest') } }, [roleArn('Guest')]]],
    clean: [
      { roles: { unauthenticated: null } },
      { pool: { allowUnauthenticated: true }, roles: { unauthenticated: roleArn('Guest') } },
    ],
  },
  ...Object.fromEntries(
    (['guest-powers', 'guest-writes', 'basic-only', 'no-isolation', 'absent-key', 'ways-up'] as const).map((code) => [
      `reach-${code}`,
      {
        found: [[{ reach: { faults: [reachFault(code)] } }, [roleArn('User')]]] satisfies [Changes, string[]][],
        clean: [{}, { reach: { faults: [reachFault(code === 'ways-up' ? 'absent-key' : 'ways-up')] } }],
      },
    ]),
  ),
  'changed-outside': {
    found: [[{ drift: { since: 0, at: 90_000, count: 2 } }, ['1970-01-01 00:01:30 UTC']]],
    clean: [{}],
  },
}

const subjects = (checkId: string, changes: Changes) => {
  const outcome = checkById(checkId)?.run(snapshotForTests(changes))
  return outcome?.ran ? outcome.traces.map(({ subject }) => subject) : outcome
}

describe('the checks', () => {
  it('each have pools that trigger them and pools that do not', () => {
    expect(Object.keys(cases)).toEqual(allChecks.map(({ id }) => id))
  })

  it.each(
    Object.entries(cases).flatMap(([id, { found }]) => found.map(([changes, expected]) => ({ id, changes, expected }))),
  )('$id finds $expected', ({ id, changes, expected }) => expect(subjects(id, changes)).toEqual(expected))

  it.each(Object.entries(cases).flatMap(([id, { clean }]) => clean.map((changes) => ({ id, changes }))))(
    '$id leaves $changes alone',
    ({ id, changes }) => expect(subjects(id, changes)).toEqual([]),
  )
})

it('each check says why it matters and what to do', () => {
  for (const check of allChecks) {
    const { why, remedy } = wordsOfCheck(check)
    expect([check.id, why.length > 20, remedy.length > 10]).toEqual([check.id, true, true])
  }
})
