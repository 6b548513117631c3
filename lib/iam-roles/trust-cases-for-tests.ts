import { trustNames } from './sent-keys.ts'
import { readTrustPolicy } from './trust-policy.ts'
import { whoTakes } from './who-takes.ts'

export const POOL = 'us-east-1:1b2c3d4e-5f60-4718-92a3-b4c5d6e7f809'
export const OTHER = 'us-east-1:99999999-5f60-4718-92a3-b4c5d6e7f809'
export const SERVICE = 'cognito-identity.amazonaws.com'
export const USER_POOL = 'cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEf123'
export const AUD = `${SERVICE}:aud`
export const AMR = `${SERVICE}:amr`
const ASSUME = 'sts:AssumeRoleWithWebIdentity'

type Statement = Record<string, unknown>
export const allow = (condition?: object, more: Statement = {}): Statement => ({
  Effect: 'Allow',
  Principal: { Federated: SERVICE },
  Action: ASSUME,
  ...(condition && { Condition: condition }),
  ...more,
})
export const deny = (condition?: object, more: Statement = {}): Statement =>
  allow(condition, { Effect: 'Deny', ...more })
export const aud = (value: unknown = POOL, key = AUD) => ({ StringEquals: { [key]: value } })
export const amr = (value: unknown = 'authenticated', key = AMR) => ({ 'ForAnyValue:StringLike': { [key]: value } })
export const right = { ...aud(), ...amr() }

export const NOBODY = '---'

/** Statements of a policy, who may take the role by IAM's rules, and why. */
export type TrustCase = [what: string, expected: string, why: string, ...statements: Statement[]]

/**
 * May a user of the pool who signed in take the role (u), may a guest of it (g), may somebody of a pool that no policy
 * names (o)?
 */
export function takenBy(statements: Statement[]): string {
  const document = JSON.stringify({ Version: '2012-10-17', Statement: statements })
  const providers = [USER_POOL, 'accounts.google.com', 'login.members.example']
  const asked = { poolId: POOL, providers, names: trustNames(POOL) }
  const { users, guests, otherPools } = whoTakes(readTrustPolicy(document) ?? [], asked)
  return [users, guests, otherPools].map((sessions, at) => (sessions.length > 0 ? 'ugo'[at] : '-')).join('')
}
