import { basicFlow } from '#lib/access-test/basic-flow.ts'
import { identityIdProblem, loginProviders, type Subject } from '#lib/access-test/subject.ts'
import type { UserBox } from '#lib/developer-identities/read-user.ts'
import type { Identity } from '#lib/identities/identity.ts'
import type { Pool } from '#lib/pools/pool.ts'
import type { RoleSettings } from '#lib/roles/pool-roles.ts'

/** What the form holds. */
export type Draft = {
  as: Subject['as']
  provider: string
  token: string
  user: UserBox
  /** Whom the box names beyond doubt, or an empty text. */
  userIdentifier: string
  identityId: string
  customRoleArn: string
  openIdToken: boolean
  credentials: boolean
}

/** An identity that the test begins with, and a developer user who leads to it. */
export type Known = { identity: Identity | null; user: string | null }

/**
 * A form as it opens: as whoever signs in to the known identity, else as a guest where there may be any. It asks for no
 * token that the pool will refuse.
 */
export const emptyDraft = (pool: Pool, roles: RoleSettings, identityId: string, { identity, user }: Known): Draft => ({
  as: subjectOfKnown(pool, identity, user),
  provider: loginProviders(pool).find((login) => identity?.logins.includes(login)) ?? loginProviders(pool)[0] ?? '',
  token: '',
  user: { text: user ?? '', meant: true },
  userIdentifier: user ?? '',
  identityId,
  customRoleArn: '',
  openIdToken: basicFlow(pool, roles).available,
  credentials: true,
})

function subjectOfKnown(pool: Pool, identity: Identity | null, user: string | null): Draft['as'] {
  if (user !== null && pool.developerProviderName !== null) return 'developer'
  const isUser = identity?.state === 'authenticated'
  return (pool.allowUnauthenticated && !isUser) || loginProviders(pool).length === 0 ? 'guest' : 'login'
}

/** `kept`: the token that counts while the box is empty. */
export function subjectOf(draft: Draft, pool: Pool, kept: string): Subject {
  const identityId = draft.identityId.trim() || null
  if (draft.as === 'developer')
    return {
      as: 'developer',
      providerName: pool.developerProviderName ?? '',
      userIdentifier: draft.userIdentifier,
    }
  if (draft.as === 'guest') return { as: 'guest', identityId }
  const { provider } = draft
  return {
    as: 'login',
    provider,
    token: draft.token.trim() || kept,
    identityId,
    customRoleArn: draft.customRoleArn.trim() || null,
  }
}

/** Whether there is enough to send. */
export function isComplete(subject: Subject, pool: Pool): boolean {
  if (subject.as === 'developer') return subject.userIdentifier !== ''
  if (identityIdProblem(subject.identityId ?? '', pool) !== null) return false
  return subject.as === 'guest' || subject.token !== ''
}
