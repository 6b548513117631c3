import { createHash } from 'node:crypto'
import type { Tables } from '../../lib/db/tables.ts'

/** One operation as the store has it: its rows, and what leads to them. */
export type PlantedOperation = {
  entries: Tables['audit_entry'][]
  identities: Tables['audit_identity'][]
  identifiers: Tables['audit_identifier'][]
  personal: Tables['audit_personal'][]
}

const FIRST = Date.UTC(2022, 0, 1)
const EVERY_MS = 120_000
const BATCH = 20
/** Operations of one run. */
const RUN = 50
export const POOLS = 60
const GOOGLE = 'accounts.google.com'
const FACEBOOK = 'graph.facebook.com'

/** The one operation that took the provider of this app out, long ago. */
export const needle = { at: 7, app: 'needle-in-the-log.apps.example', user: 'user-65', day: '2022-01-01' }

export const poolId = (number: number) =>
  `us-east-1:${hex(`pool ${number}`, 8)}-0000-4000-8000-${hex(`pool ${number}`, 12)}`
export const poolName = (number: number) => `Shop ${number}`
export const identityId = (number: number) =>
  `us-east-1:${hex(`identity ${number}`, 8)}-0000-4000-8000-${hex(`identity ${number}`, 12)}`

const hex = (text: string, length: number) => createHash('md5').update(text).digest('hex').slice(0, length)

const configuration = (number: number, loginProviders: Record<string, string>) => ({
  poolId: poolId(number),
  fingerprint: hex(`f ${number}`, 32),
  region: 'us-east-1',
  name: poolName(number),
  allowUnauthenticated: number % 2 === 0,
  classicFlow: 'off',
  developerProviderName: 'login.members.example',
  loginProviders,
  userPools: [
    {
      providerName: `cognito-idp.us-east-1.amazonaws.com/us-east-1_${hex('p', 9)}`,
      clientId: hex('c', 26),
      serverSideTokenCheck: true,
    },
  ],
  oidcProviderArns: [],
  samlProviderArns: ['arn:aws:iam::123456789012:saml-provider/Okta'],
  tags: { team: `team-${number}`, stage: 'production', 'cost-center': String(4000 + number) },
})

const roles = (rules: number) => ({
  authenticated: 'arn:aws:iam::123456789012:role/User',
  unauthenticated: 'arn:aws:iam::123456789012:role/Guest',
  mappings: [
    {
      provider: GOOGLE,
      type: 'Rules',
      ambiguous: 'Deny',
      rules: Array.from({ length: rules }, (_, index) => ({
        claim: 'custom:tier',
        match: 'Equals',
        value: `tier-${index}`,
        roleArn: `arn:aws:iam::123456789012:role/Tier${index}`,
      })),
    },
  ],
})

type Kind = {
  operation: string
  before: unknown
  after: unknown
  identities?: number[]
  user?: string
  run?: string
}

/** What the operation with this number is: what a desk and its admins do in two years. */
function kindOf(index: number): Kind {
  const pool = index % POOLS
  if (index === needle.at)
    return {
      operation: 'UpdateIdentityPool',
      before: configuration(pool, { [GOOGLE]: needle.app, [FACEBOOK]: '1234567890' }),
      after: configuration(pool, { [FACEBOOK]: '1234567890' }),
    }
  const turn = Math.floor(index / 10) % 10
  if (turn < 4)
    return {
      operation: 'UpdateIdentityPool',
      before: configuration(pool, { [GOOGLE]: `${index}.apps.example`, [FACEBOOK]: '1234567890' }),
      after: configuration(pool, { [GOOGLE]: `${index + 1}.apps.example`, [FACEBOOK]: '1234567890' }),
    }
  if (turn < 6) return { operation: 'SetIdentityPoolRoles', before: roles(5), after: roles(5 + (index % 3)) }
  if (turn === 6)
    return {
      operation: 'UnlinkDeveloperIdentity',
      before: { logins: { $personal: 0 } },
      after: { unlinked: { $personal: 1 }, disabled: false },
      identities: [index],
      user: `user-${index}`,
    }
  if (turn === 7)
    return { operation: 'TagResource', before: { tags: { team: 'a' } }, after: { tags: { team: `t${index}` } } }
  return {
    operation: 'DeleteIdentities',
    before: null,
    after: { deleted: Array.from({ length: BATCH }, (_, one) => identityId(index * BATCH + one)), refused: [] },
    identities: Array.from({ length: BATCH }, (_, one) => index * BATCH + one),
    run: `run-${Math.floor(index / RUN)}`,
  }
}

const OUTCOMES = ['denied', 'failed', 'unknown'] as const
const SOMETIMES = { denied: 97, failed: 89, unknown: 499, open: 701 }

/** The operation with this number; its rows stand at the places after `after`. */
export function plantedOperation(index: number, after: number): PlantedOperation {
  const { operation, before, after: made, identities = [], user, run = null } = kindOf(index)
  const outcome = OUTCOMES.find((one) => index % SOMETIMES[one] === 1) ?? ('succeeded' as const)
  const pool = index % POOLS
  const row = {
    operation_id: hex(`operation ${index}`, 32),
    recorded_at: FIRST + index * EVERY_MS,
    actor_id: `actor-${index % 41}`,
    actor_name: `Agent ${index % 41}`,
    actor_role: 'admin',
    connection_id: index % 7 === 0 ? 'stage' : 'test',
    region: 'us-east-1',
    operation,
    pool_id: poolId(pool),
    identity_id: identities.length > 0 ? identities.map(identityId).join(' ') : null,
    run_id: run,
    input: null,
    outcome: null,
    request_id: null,
    duration_ms: null,
    before: null,
    after: null,
    error_code: null,
    error_name: null,
    error_message: null,
    version: 3,
    address: null,
    own_request_id: null,
    personal: null,
    previous_hash: '',
    hash: hex(String(index), 32).repeat(2),
  }
  const isDenied = outcome === 'denied'
  const failed = isDenied || outcome === 'failed' ? { error_code: 'DENIED', error_name: 'AccessDeniedException' } : {}
  const start = { ...row, phase: 'started' as const, input: JSON.stringify({ pool: { poolId: poolId(pool) } }) }
  const end = {
    ...row,
    ...failed,
    phase: isDenied ? ('denied' as const) : ('outcome' as const),
    recorded_at: row.recorded_at + 120,
    outcome,
    request_id: isDenied ? null : hex(`request ${index}`, 32),
    duration_ms: 120,
    before: outcome === 'succeeded' && before ? JSON.stringify(before) : null,
    after: outcome === 'succeeded' ? JSON.stringify(made) : null,
    personal: user ? hex('digest', 32) : null,
  }
  const isOpen = index % SOMETIMES.open === 1 && !isDenied
  const entries = (isDenied ? [end] : isOpen ? [start] : [start, end]).map((one, place) => ({
    ...one,
    sequence: after + 1 + place,
  }))
  const last = after + entries.length
  const value = JSON.stringify({ values: [{ [GOOGLE]: user }, user], reason: `DP-${index}` })
  return {
    entries,
    identities: entries.flatMap(({ sequence }) =>
      identities.map((one) => ({ identity_id: identityId(one), sequence })),
    ),
    identifiers: user ? [{ identifier: user, sequence: last }] : [],
    personal: user ? [{ sequence: last, salt: hex('salt', 32), value, erased_at: null, erased_by: null }] : [],
  }
}
