export interface Document {
  Version: '2012-10-17'
  Statement: object[]
}

export const policyOf = (...Statement: object[]): Document => ({ Version: '2012-10-17', Statement })

export const allow = (Action: string | string[], Resource: string | string[], Condition?: object) => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...(Condition ? { Condition } : {}),
})

const COGNITO = 'cognito-identity.amazonaws.com'
/** The policy variable that stands for whoever has signed in. */
const OWN = `\${${COGNITO}:sub}`

/** A trust policy with these conditions. */
export const trustIf = (Condition: object, Action: string[] = ['sts:AssumeRoleWithWebIdentity', 'sts:TagSession']) =>
  policyOf({
    Effect: 'Allow',
    Principal: { Federated: COGNITO },
    Action,
    ...(Object.keys(Condition).length > 0 ? { Condition } : {}),
  })

/** The trust policy that a role ought to have: this pool, and either its users or its guests. */
export const trustOf = (pool: string, amr: 'authenticated' | 'unauthenticated') =>
  trustIf({
    StringEquals: { [`${COGNITO}:aud`]: pool },
    'ForAnyValue:StringLike': { [`${COGNITO}:amr`]: amr },
  })

/** Trusts a pool, and does not ask whether somebody has signed in. */
export const trustAnybodyOf = (pool: string) => trustIf({ StringEquals: { [`${COGNITO}:aud`]: pool } })

/** Trusts every pool of a Region, of whatever account. */
export const trustRegionOf = (pool: string) =>
  trustIf({
    StringLike: { [`${COGNITO}:aud`]: `${pool.slice(0, pool.indexOf(':'))}:*` },
    'ForAnyValue:StringLike': { [`${COGNITO}:amr`]: 'authenticated' },
  })

/** Each user’s own folder of a bucket. */
export const ownFolder = (bucket: string) =>
  policyOf(
    allow(['s3:GetObject', 's3:PutObject', 's3:DeleteObject'], `arn:aws:s3:::${bucket}/users/${OWN}/*`),
    allow('s3:ListBucket', `arn:aws:s3:::${bucket}`, { StringLike: { 's3:prefix': `users/${OWN}/*` } }),
  )

/** Each user’s own items of a table. */
export const ownItems = (table: string) =>
  policyOf(
    allow(
      ['dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem'],
      table,
      { 'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': [OWN] } },
    ),
  )
