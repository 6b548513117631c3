import { POOL, SERVICE } from './trust-cases-for-tests.ts'

export const ASSUME = 'sts:AssumeRoleWithWebIdentity'

type Parts = { effect?: string; principal?: unknown; action?: unknown; condition?: unknown }
const statement = ({ effect = 'Allow', principal, action, condition }: Parts) => ({
  Effect: effect,
  Principal: principal ?? { Federated: SERVICE },
  Action: action ?? [ASSUME, 'sts:TagSession'],
  ...(condition === undefined ? {} : { Condition: condition }),
})
export const policy = (...parts: Parts[]) => JSON.stringify({ Version: '2012-10-17', Statement: parts.map(statement) })

export const forUsers = (amr: string, aud: unknown = POOL, service = SERVICE) => ({
  StringEquals: { [`${service}:aud`]: aud },
  'ForAnyValue:StringLike': { [`${service}:amr`]: amr },
})
export const good = { condition: forUsers('authenticated') }
