import {
  boolean,
  constant,
  constantFrom,
  dictionary,
  record,
  string,
  stringMatching,
  tuple,
  uniqueArray,
  type Arbitrary,
} from 'fast-check'
import { barePool } from '../code/pools-for-tests.ts'
import { same } from '../facts/rebase.ts'
import type { Pool } from '../pools/pool.ts'
import type { PoolSettings, SettingKey } from '../pools/pool-settings.ts'

const arnOf = (kind: string) => stringMatching(new RegExp(`^arn:aws:iam::123456789012:${kind}-provider/[a-z]{3,8}$`))
const userPool = record({
  providerName: constantFrom('a', 'b').map((name) => `cognito-idp.us-east-1.amazonaws.com/us-east-1_${name}`),
  clientId: stringMatching(/^[a-z\d]{1,8}$/),
  serverSideTokenCheck: boolean(),
})

const values: { [K in SettingKey]: Arbitrary<PoolSettings[K]> } = {
  name: stringMatching(/^\w[\w +=,.@-]{0,20}$/),
  allowUnauthenticated: boolean(),
  classicFlow: constantFrom('off', 'on'),
  userPools: uniqueArray(userPool, { maxLength: 3, selector: ({ clientId }) => clientId }),
  loginProviders: dictionary(
    constantFrom('accounts.google.com', 'graph.facebook.com', 'www.amazon.com', 'id.example'),
    stringMatching(/^[a-z\d./_-]{1,12}$/),
  ),
  oidcProviderArns: uniqueArray(arnOf('oidc'), { maxLength: 3 }),
  samlProviderArns: uniqueArray(arnOf('saml'), { maxLength: 3 }),
  developerProviderName: stringMatching(/^[\w.-]{1,20}$/),
  tags: dictionary(stringMatching(/^[a-z]{1,8}$/), string({ unit: 'grapheme', maxLength: 8 }), {
    noNullPrototype: true,
  }),
}

/** A value of a setting before a change and after it. */
const changeOf = <K extends SettingKey>(key: K) =>
  tuple(key === 'developerProviderName' ? constant(null) : values[key], values[key]).filter(
    ([before, after]) => !same(sorted(before), sorted(after)),
  )
/** A value that maps in another order share. */
export const sorted = (value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
    : value

export const keys = Object.keys(values) as SettingKey[]
const changes = record(Object.fromEntries(keys.map((key) => [key, changeOf(key)])))
const poolOf = (all: Record<string, unknown[]>, side: number): Pool => ({
  ...barePool.pool,
  ...Object.fromEntries(Object.entries(all).map(([key, sides]) => [key, sides[side]])),
})

/** A pool before and after a change of every setting. */
export const changedPools = changes.map((all) => [poolOf(all, 0), poolOf(all, 1)] as const)
