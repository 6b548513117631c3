import { identityIdProblem, loginProviders, type Subject } from '#lib/access-test/subject.ts'
import type { Pool } from '#lib/pools/pool.ts'

/** What the form holds. */
export type Draft = {
  as: Subject['as']
  provider: string
  token: string
  userIdentifier: string
  identityId: string
  customRoleArn: string
  openIdToken: boolean
  credentials: boolean
}

export const emptyDraft = (pool: Pool, identityId: string): Draft => ({
  as: pool.allowUnauthenticated || loginProviders(pool).length === 0 ? 'guest' : 'login',
  provider: loginProviders(pool)[0] ?? '',
  token: '',
  userIdentifier: '',
  identityId,
  customRoleArn: '',
  openIdToken: true,
  credentials: true,
})

export function subjectOf(draft: Draft, pool: Pool): Subject {
  const identityId = draft.identityId.trim() || null
  if (draft.as === 'developer')
    return {
      as: 'developer',
      providerName: pool.developerProviderName ?? '',
      userIdentifier: draft.userIdentifier.trim(),
    }
  if (draft.as === 'guest') return { as: 'guest', identityId }
  const { provider } = draft
  return {
    as: 'login',
    provider,
    token: draft.token.trim(),
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
