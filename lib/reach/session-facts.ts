import { regionOfId } from '../core/limits.ts'
import { publicProviders } from '../login-providers/public-providers.ts'
import { contextFrom, type ContextOf, type KnownKeys } from '../policies/context.ts'

/** Whose credentials are asked about; `sub` is their identity, where it is known. */
export type SessionOf = { poolId: string; guest: boolean; sub?: string | null; providers?: readonly string[] }

/** Keys that the credentials of a pool never bring: they are of users of IAM and of other ways to a role. */
const ABSENT = [
  'aws:username',
  'aws:MultiFactorAuthAge',
  'sts:ExternalId',
  'saml:aud',
  ...Object.keys(publicProviders).map((provider) => `${provider}:aud`),
]

/** What the policies of a role see of a session that a pool handed out. */
export function sessionFacts({ poolId, guest, sub = null, providers = [] }: SessionOf): KnownKeys {
  const service = serviceName(regionOfId(poolId))
  const amr = guest ? ['unauthenticated'] : ['authenticated', ...providers]
  return {
    context: {
      [`${service}:aud`]: poolId,
      ...((guest || providers.length > 0) && { [`${service}:amr`]: amr }),
      ...(sub !== null && { [`${service}:sub`]: sub }),
    },
    absent: ABSENT,
  }
}

export const sessionContext = (of: SessionOf): ContextOf => contextFrom(sessionFacts(of))

function serviceName(region: string): string {
  if (region.startsWith('cn-')) return 'cognito-identity.amazonaws.com.cn'
  return region.startsWith('us-gov-') ? 'cognito-identity-us-gov.amazonaws.com' : 'cognito-identity.amazonaws.com'
}
