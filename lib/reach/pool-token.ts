import { isRecord } from '../policies/policy.ts'
import type { Claims } from '../roles/claims.ts'
import type { PersonReading } from './asked-person.ts'

const TAGS = 'https://aws.amazon.com/tags'

/** Somebody with a token that the pool itself made, which says whose session it is; an app takes a role with it by itself. */
export function personOfPoolToken(poolId: string, claims: Claims, role: string | null): PersonReading {
  const { sub, aud, amr } = claims
  if (typeof sub !== 'string' || aud !== poolId)
    return { ok: false, why: 'This token is of another pool: paste one that this pool made.' }
  if (role === null) return { ok: false, why: 'Choose the role that the app takes with this token.', wantsRole: true }
  const ways = Array.isArray(amr) ? amr.map(String) : []
  return {
    ok: true,
    person: {
      role,
      as: ways.includes('unauthenticated') ? 'guest-basic' : 'user',
      identityId: sub,
      providers: ways.filter((way) => way !== 'authenticated' && way !== 'unauthenticated'),
      facts: tagsOf(claims[TAGS]),
      why: 'The token is one of the basic flow, in which the app names the role.',
    },
  }
}

function tagsOf(claim: unknown): Record<string, string[]> {
  const tags = isRecord(claim) && isRecord(claim['principal_tags']) ? claim['principal_tags'] : {}
  return Object.fromEntries(
    Object.entries(tags).map(([tag, values]) => [`aws:PrincipalTag/${tag}`, [values].flat().map(String).slice(0, 1)]),
  )
}
