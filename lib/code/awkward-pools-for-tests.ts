import { awkwardPool, barePool } from './pools-for-tests.ts'
import type { PoolSnapshot } from './snapshot.ts'

type Parts = { pool?: Partial<PoolSnapshot['pool']>; roles?: Partial<PoolSnapshot['roles']> } & Partial<
  Pick<PoolSnapshot, 'principalTags'>
>

const role = (name: string) => `arn:aws:iam::123456789012:role/${name}`
const userPool = (id: string) => `cognito-idp.eu-west-1.amazonaws.com/eu-west-1_${id}`
const oidc = (name: string) => `arn:aws:iam::123456789012:oidc-provider/${name}`
const GOOGLE = 'accounts.google.com'

const poolWith = (name: string, { pool = {}, roles = {}, principalTags = [] }: Parts): PoolSnapshot => ({
  pool: { ...barePool.pool, region: 'eu-west-1', name, ...pool },
  roles: { ...barePool.roles, ...roles },
  principalTags,
})

const rule = (index: number) => ({
  claim: `custom:c${index}`,
  match: (['Equals', 'Contains', 'StartsWith', 'NotEqual'] as const)[index % 4] ?? 'Equals',
  value: `value "${index}" \${x} %{y}`,
  roleArn: role(`Rule${index}`),
})

/** Pools that tools stumble over, by what is awkward in them; all of one Region, each with another name. */
export const awkwardPools: Readonly<Record<string, PoolSnapshot>> = {
  'uses everything': awkwardPool,
  'has nothing but a name': poolWith('+', {}),
  'begins with a digit': poolWith('1st pool', {}),
  'has its basic flow open': poolWith('open', { pool: { allowUnauthenticated: true, classicFlow: 'on' } }),
  'never had its basic flow set': poolWith('unset', { pool: { allowUnauthenticated: true, classicFlow: 'unset' } }),
  'has fifty tags': poolWith('tagged', {
    pool: { tags: Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`key ${index}/x`, `%{${index}}`])) },
  }),
  'has 25 rules': poolWith('ruled', {
    pool: { loginProviders: { [GOOGLE]: 'app' } },
    roles: {
      authenticated: role('User'),
      mappings: [
        {
          provider: GOOGLE,
          type: 'Rules',
          ambiguous: 'Deny',
          rules: Array.from({ length: 25 }, (_, index) => rule(index)),
        },
      ],
    },
  }),
  'has many app clients of two user pools': poolWith('clients', {
    pool: {
      userPools: ['One', 'Two'].flatMap((id) =>
        [1, 2, 3, 4].map((client) => ({
          providerName: userPool(id),
          clientId: `client${client}`,
          serverSideTokenCheck: client % 2 === 0,
        })),
      ),
    },
    roles: {
      authenticated: role('User'),
      mappings: [{ provider: `${userPool('Two')}:client3`, type: 'Token', ambiguous: 'AuthenticatedRole', rules: [] }],
    },
    principalTags: [{ provider: userPool('One'), useDefaults: true, tags: {} }],
  }),
  'has OpenID Connect providers with paths': poolWith('oidc', {
    pool: { oidcProviderArns: [oidc('id.example.com/a/b'), oidc('id.example.com')] },
    principalTags: [{ provider: oidc('id.example.com/a/b'), useDefaults: false, tags: { team: 'custom:team' } }],
  }),
  'has a developer provider and a guest role alone': poolWith('developer', {
    pool: { allowUnauthenticated: true, developerProviderName: 'login._-x' },
    roles: { unauthenticated: role('path/deep/Guest') },
  }),
  'has principal tags of a social login': poolWith('social', {
    pool: { loginProviders: { [GOOGLE]: 'app', 'graph.facebook.com': '7301' } },
    principalTags: [{ provider: GOOGLE, useDefaults: false, tags: { "o'clock": '${claim}', b: 'hd' } }],
  }),
}
