import { isolated } from '../core/isolated.ts'
import { serviceOf } from './known-action.ts'
import { policyOf } from './policies-to-copy.ts'
import type { ReachedAction } from './reach-of-role.ts'

/** Actions that a policy of one's own data does not allow, and why. */
export type NotHeld = { actions: string[]; why: string }

/** A policy of one's own data to paste into IAM, null where no action can be held to one user, and what it leaves out. */
export type OwnDataPolicy = { policy: string | null; leftOut: NotHeld[] }

type DataAction = Pick<ReachedAction, 'action' | 'level' | 'ofData'>

const SUB = '${cognito-identity.amazonaws.com:sub}'

/**
 * What an S3 prefix, a DynamoDB leading key, an AWS IoT client or Cognito Sync hold to one user, of a pool's own id. It
 * stays below the 6,144 characters of a managed policy, since only actions on users' data come into it.
 */
export function ownDataPolicy(actions: readonly DataAction[], poolId: string): OwnDataPolicy {
  const distinct = [...new Map(actions.map((one) => [one.action, one])).values()]
  const byWhy = Map.groupBy(distinct, whyLeftOut)
  const names = (byWhy.get(null) ?? []).map(({ action }) => action).toSorted()
  const statements = [...Map.groupBy(names, serviceOf)].flatMap(([service, own]) => ownStatements[service]?.(own) ?? [])
  const leftOut = [...byWhy].flatMap(([why, all]) =>
    why === null ? [] : [{ why, actions: all.map(({ action }) => action).toSorted() }],
  )
  if (statements.length === 0) return { policy: null, leftOut }
  const policy = policyOf(...statements)
    .replaceAll('POOL', poolId)
    .replaceAll('REGION', poolId.slice(0, poolId.indexOf(':')))
  return { policy, leftOut }
}

const TOLD = 12

/** What a policy leaves out, in a sentence. */
export function leftOutWords({ actions, why }: NotHeld): string {
  const rest = actions.length - TOLD
  const told = actions.slice(0, TOLD).map(isolated).join(', ')
  return `Left out: ${told}${rest > 0 ? ` and ${rest} more` : ''}. ${why}`
}

const UNHELD = /^(?:s3:ListBucketMultipartUploads|cognito-sync:QueryRecords)$/i
const KEYLESS = /^dynamodb:(?:Scan|PartiQL\w*|GetRecords)$/i

function whyLeftOut({ action, level, ofData }: DataAction): string | null {
  if (ofData !== true) return 'They are not about what a user has.'
  if (serviceOf(action) === 'appsync')
    return 'AppSync keeps users apart in its resolvers, which see whose request it is: no policy of a role does.'
  if (level === 'permissions') return 'They change who may, which a user needs for no data of their own.'
  if (KEYLESS.test(action)) return 'They may come without a leading key, and then they reach what every user has.'
  return UNHELD.test(action) ? 'No resource and no condition key holds them to one user.' : null
}

const allow = (Sid: string, Action: readonly string[], Resource: string | string[], Condition?: object): object => ({
  Sid,
  Effect: 'Allow',
  Action,
  Resource,
  ...(Condition && { Condition }),
})

/** A statement only where there is an action for it: IAM takes no empty list. */
const some = (actions: readonly string[], statement: (actions: readonly string[]) => object): object[] =>
  actions.length > 0 ? [statement(actions)] : []

const isListing = (action: string): boolean => /:ListBucket/i.test(action)

/** Where a service keeps what is one user's own. */
const ownStatements: Readonly<Record<string, (actions: readonly string[]) => object[]>> = {
  s3: (actions) => [
    ...some(
      actions.filter((action) => !isListing(action)),
      (own) => allow('OwnObjects', own, `arn:aws:s3:::BUCKET/${SUB}/*`),
    ),
    ...some(actions.filter(isListing), (own) =>
      allow('OwnNames', own, 'arn:aws:s3:::BUCKET', { StringLike: { 's3:prefix': [`${SUB}/*`] } }),
    ),
  ],
  dynamodb: (actions) => [
    allow('OwnItems', actions, 'arn:aws:dynamodb:REGION:ACCOUNT:table/TABLE', {
      'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': [SUB] },
      Null: { 'dynamodb:LeadingKeys': 'false' },
    }),
  ],
  iot: (actions) => [
    allow(
      'OwnTopics',
      actions,
      [`client/${SUB}`, `topic/${SUB}/*`, `topicfilter/${SUB}/*`, `thing/${SUB}`].map(
        (name) => `arn:aws:iot:REGION:ACCOUNT:${name}`,
      ),
    ),
  ],
  'cognito-sync': (actions) => [
    allow(
      'OwnDatasets',
      actions,
      ['', '/*'].map((end) => `arn:aws:cognito-sync:REGION:ACCOUNT:identitypool/POOL/identity/${SUB}${end}`),
    ),
  ],
}
