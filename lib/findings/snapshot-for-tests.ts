import type { Drift } from '../drift/changed-outside.ts'
import type { RoleTrust, RoleTrusts } from '../iam-roles/role-trust.ts'
import type { Pool } from '../pools/pool.ts'
import type { PrincipalTags } from '../principal-tags/principal-tags.ts'
import type { PoolRoles, RoleMapping } from '../roles/pool-roles.ts'
import type { ReachFaults } from '../reach/reach-fault.ts'
import type { LoginsInUse, PoolReading, Read } from './snapshot.ts'

export const USER_POOL = 'cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEf123'
export const roleArn = (name: string) => `arn:aws:iam::123456789012:role/${name}`

const known = <T>(value: T): Read<T> => ({ known: true, value })

const pool: Pool = {
  poolId: 'us-east-1:1b2c3d4e-5f60-4718-92a3-b4c5d6e7f809',
  fingerprint: 'f',
  region: 'us-east-1',
  name: 'Kiosk',
  allowUnauthenticated: false,
  classicFlow: 'off',
  developerProviderName: null,
  loginProviders: { 'accounts.google.com': 'app' },
  userPools: [{ providerName: USER_POOL, clientId: 'web', serverSideTokenCheck: true }],
  oidcProviderArns: ['arn:aws:iam::123456789012:oidc-provider/id.example.com/tenant'],
  samlProviderArns: ['arn:aws:iam::123456789012:saml-provider/Okta'],
  tags: {},
}

export const mapping = (changes: Partial<RoleMapping> = {}): RoleMapping => ({
  provider: `${USER_POOL}:web`,
  type: 'Rules',
  ambiguous: 'Deny',
  rules: [{ claim: 'cognito:groups', match: 'Contains', value: 'admins', roleArn: roleArn('Admin') }],
  ...changes,
})

export const trusted = (changes: Partial<RoleTrust> = {}): RoleTrust => ({
  arn: roleArn('User'),
  users: 'authenticated',
  exists: true,
  findings: [],
  namesAud: true,
  ...changes,
})

type Changes = {
  pool?: Partial<Pool>
  roles?: Partial<PoolRoles>
  logins?: Partial<LoginsInUse>
  trust?: Partial<RoleTrusts>
  reach?: Partial<ReachFaults>
  principalTags?: PrincipalTags[]
  drift?: Drift
}

/** What was read of a pool on which no check finds anything, with changes. */
export const snapshotForTests = (changes: Changes = {}): PoolReading => ({
  pool: { ...pool, ...changes.pool },
  roles: known({
    fingerprint: 'f',
    authenticated: roleArn('User'),
    unauthenticated: null,
    mappings: [mapping()],
    ...changes.roles,
  }),
  logins: known({
    providers: [
      'accounts.google.com',
      USER_POOL,
      'id.example.com/tenant',
      'arn:aws:iam::123456789012:saml-provider/Okta',
    ],
    identities: 12,
    whole: true,
    ...changes.logins,
  }),
  trust: known({
    roles: [trusted(), trusted({ arn: roleArn('Guest'), users: 'unauthenticated' })],
    elsewhere: [],
    ...changes.trust,
  }),
  reach: known({ faults: [], words: {}, unread: [], ...changes.reach }),
  principalTags: known(changes.principalTags ?? []),
  drift: known(changes.drift ?? null),
})
