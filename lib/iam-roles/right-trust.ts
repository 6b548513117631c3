import { trustNames } from './sent-keys.ts'
import type { TrustUse } from './trust-finding.ts'
import { ASSUME, TAG } from './who-takes.ts'

/** Who is to get a role of a pool, and whether the service passes principal tags to its sessions. */
export type RightTrust = Pick<TrustUse, 'poolId' | 'users'> & { tags: boolean }

/**
 * The trust policy that lets a pool's users of a kind take a role, and nobody else: the principal and the keys are those
 * of the pool's partition. As IAM takes it: an object to be written as JSON.
 */
export function rightTrust({ poolId, users, tags }: RightTrust) {
  const { principals, prefixes } = trustNames(poolId)
  const [principal = ''] = principals
  const [prefix = ''] = prefixes
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Federated: principal },
        Action: tags ? [ASSUME, TAG] : ASSUME,
        Condition: {
          StringEquals: { [`${prefix}:aud`]: poolId },
          'ForAnyValue:StringLike': { [`${prefix}:amr`]: users },
        },
      },
    ],
  }
}
