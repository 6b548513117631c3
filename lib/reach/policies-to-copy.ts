/** A policy document as it is pasted into IAM. */
export const policyOf = (...statements: object[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 2)

/** Denies actions to whoever has the role. */
export const denying = (actions: readonly string[]): string =>
  policyOf({ Sid: 'NotForThisRole', Effect: 'Deny', Action: [...new Set(actions)], Resource: '*' })

/** Denies actions to guests alone. */
export const denyingGuests = (actions: readonly string[]): string =>
  policyOf({
    Sid: 'NotForGuests',
    Effect: 'Deny',
    Action: [...new Set(actions)],
    Resource: '*',
    Condition: { 'ForAnyValue:StringEquals': { 'cognito-identity.amazonaws.com:amr': 'unauthenticated' } },
  })

/** Denies actions that do not bring a key. */
export const denyingWithout = (actions: readonly string[], key: string): string =>
  policyOf({
    Sid: 'OnlyWithTheKey',
    Effect: 'Deny',
    Action: [...new Set(actions)],
    Resource: '*',
    Condition: { Null: { [key]: 'true' } },
  })
