import { expect } from 'vitest'

const COGNITO = 'cognito-identity.amazonaws.com'

/** A trust policy for Amazon Cognito, JSON, with these conditions. */
export const trust = (Condition: object = {}, Action: string | string[] = 'sts:AssumeRoleWithWebIdentity') =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { Federated: COGNITO }, Action, Condition }],
  })

/** The conditions on a pool and on how somebody has signed in. */
export const onlyFor = (pool: string, amr: string) => ({
  StringEquals: { [`${COGNITO}:aud`]: pool },
  'ForAnyValue:StringLike': { [`${COGNITO}:amr`]: amr },
})

/** A policy of permissions, JSON. */
export const permit = (...actions: string[]) =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: actions, Resource: '*' }] })

/** What an error of the SDK looks like that has a code of the service; the SDK may call it an exception. */
export const refusal = (code: string, message: string | RegExp = '') => ({
  name: expect.stringMatching(new RegExp(`^${code}(Exception)?$`)) as string,
  message: expect.stringMatching(message) as string,
})
