/** A policy document as it is pasted into IAM. */
const policy = (...statements: object[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 2)

/** Denies actions to whoever has the role. */
export const denying = (actions: readonly string[]): string =>
  policy({ Sid: 'NotForThisRole', Effect: 'Deny', Action: [...new Set(actions)], Resource: '*' })

/** Denies actions to guests alone. */
export const denyingGuests = (actions: readonly string[]): string =>
  policy({
    Sid: 'NotForGuests',
    Effect: 'Deny',
    Action: [...new Set(actions)],
    Resource: '*',
    Condition: { 'ForAnyValue:StringEquals': { 'cognito-identity.amazonaws.com:amr': 'unauthenticated' } },
  })

/** Denies actions that do not bring a key. */
export const denyingWithout = (actions: readonly string[], key: string): string =>
  policy({
    Sid: 'OnlyWithTheKey',
    Effect: 'Deny',
    Action: [...new Set(actions)],
    Resource: '*',
    Condition: { Null: { [key]: 'true' } },
  })

const SUB = '${cognito-identity.amazonaws.com:sub}'

/** Where a service keeps what is one user's own, as a statement with the actions that a role has today. */
const ownStatements: Readonly<Record<string, (actions: readonly string[]) => object[]>> = {
  s3: (actions) => {
    const listing = actions.filter((action) => /:ListBucket/i.test(action))
    const others = actions.filter((action) => !listing.includes(action))
    return [
      ...(others.length > 0
        ? [{ Sid: 'OwnObjects', Effect: 'Allow', Action: others, Resource: `arn:aws:s3:::BUCKET/${SUB}/*` }]
        : []),
      ...(listing.length > 0
        ? [
            {
              Sid: 'OwnNames',
              Effect: 'Allow',
              Action: listing,
              Resource: 'arn:aws:s3:::BUCKET',
              Condition: { StringLike: { 's3:prefix': [`${SUB}/*`] } },
            },
          ]
        : []),
    ]
  },
  dynamodb: (actions) => [
    {
      Sid: 'OwnItems',
      Effect: 'Allow',
      Action: actions.filter((action) => !/:(?:Scan|PartiQL\w*|GetRecords)$/i.test(action)),
      Resource: 'arn:aws:dynamodb:REGION:ACCOUNT:table/TABLE',
      Condition: {
        'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': [SUB] },
        Null: { 'dynamodb:LeadingKeys': 'false' },
      },
    },
  ],
  iot: (actions) => [
    {
      Sid: 'OwnTopics',
      Effect: 'Allow',
      Action: actions,
      Resource: ['client', 'topic', 'topicfilter'].map(
        (kind) => `arn:aws:iot:REGION:ACCOUNT:${kind}/${SUB}${kind === 'client' ? '' : '/*'}`,
      ),
    },
  ],
  'cognito-sync': (actions) => [
    {
      Sid: 'OwnDatasets',
      Effect: 'Allow',
      Action: actions,
      Resource: `arn:aws:cognito-sync:REGION:ACCOUNT:identitypool/POOL/identity/${SUB}/*`,
    },
  ],
}

/** A policy of one's own data, with the actions that a role has of each service today. */
export function ownDataPolicy(actions: readonly string[], poolId: string): string {
  const byService = Map.groupBy(actions, (action) => action.slice(0, action.indexOf(':')).toLowerCase())
  const statements = [...byService].flatMap(([service, own]) => ownStatements[service]?.([...own].toSorted()) ?? [])
  if (statements.length === 0) return denying(actions)
  return policy(...statements)
    .replaceAll('POOL', poolId)
    .replaceAll('REGION', poolId.slice(0, poolId.indexOf(':')))
}
