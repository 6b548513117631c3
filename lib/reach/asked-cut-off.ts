import { EXAMPLE_ID, isId, regionOfId } from '../core/limits.ts'
import { cutOffOf, type CutOff } from './cut-off.ts'

/** What somebody chose to cut off. `at`: the moment up to which sessions count, epoch milliseconds; null until somebody names it. */
export type CutOffChoice = { of: CutOff['of']; poolId: string; identityId: string; at: number | null }

/** Whom a choice cuts off; null while it lacks the identity or the moment. */
export function askedCutOff({ of, poolId, identityId, at }: CutOffChoice): CutOff | null {
  if (of === 'pool') return { of, poolId }
  const asked = identityId.trim()
  if (of === 'identities')
    return asked === '' || cutOffFault(asked, poolId) !== null ? null : { of, identityIds: [asked] }
  return at === null ? null : cutOffOf([], at)
}

/** Why a text names no identity that a pool may have; null for one that it may, and while there is no text. */
export function cutOffFault(identityId: string, poolId: string): string | null {
  const asked = identityId.trim()
  if (asked === '') return null
  if (!isId(asked)) return `This is no identity ID: paste one such as ${EXAMPLE_ID}.`
  return regionOfId(asked) === regionOfId(poolId)
    ? null
    : `This identity is of another Region: those of this pool begin with ${regionOfId(poolId)}.`
}
