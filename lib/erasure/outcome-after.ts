import type { ErasedIdentity } from './erased-identity.ts'
import type { ErasureOutcome } from './erasure-record.ts'
import { CHANGED } from '../identities/seen-identity.ts'

type Answered = Pick<ErasedIdentity, 'refused' | 'now'> & { wasGone: boolean }

const REFUSALS: Readonly<Record<string, string>> = {
  AccessDenied: 'The credentials lack cognito-identity:DeleteIdentities for this identity.',
  InternalServerError: 'The service failed on this identity. Another attempt often helps.',
}

const OTHER = 'Other users or logins than you saw lead to it by now. It was not deleted: look again, then decide.'

/** What a look says of an identity to whose deletion no answer came. */
export const unansweredThen = (isGone: boolean): { outcome: ErasureOutcome; detail: string } =>
  isGone
    ? { outcome: 'erased', detail: 'No answer came to its deletion. It was gone when it was looked for again.' }
    : { outcome: 'there', detail: 'No answer came to its deletion. It was still there when it was looked for again.' }

/** What an answer says became of an identity, after what was known of it before. */
export function outcomeAfter(
  { wasGone, refused, now }: Answered,
  earlier: ErasureOutcome,
): { outcome: ErasureOutcome; detail: string | null } {
  if (wasGone) {
    return earlier === 'unknown' ? unansweredThen(true) : { outcome: 'gone before', detail: null }
  }
  if (now === 'gone') return { outcome: 'erased', detail: null }
  if (refused === CHANGED) return { outcome: 'there', detail: OTHER }
  if (refused !== null)
    return { outcome: 'there', detail: `${refused}: ${REFUSALS[refused] ?? 'The service refused to delete it.'}` }
  return now === 'there'
    ? { outcome: 'there', detail: 'The service answered that it is deleted, and knows it still.' }
    : { outcome: 'unknown', detail: 'The service answered that it is deleted, but it could not be looked for again.' }
}
