import { cutOffOf, type CutOff } from './cut-off.ts'

/** What somebody chose to cut off. `at`: the moment up to which sessions count, epoch milliseconds; null until somebody names it. */
export type CutOffChoice = { of: CutOff['of']; poolId: string; identityId: string; at: number | null }

/** Whom a choice cuts off; null while it lacks the moment. */
export function askedCutOff({ of, poolId, identityId, at }: CutOffChoice): CutOff | null {
  if (of === 'pool') return { of, poolId }
  if (of === 'identities') return { of, identityIds: [identityId.trim() || 'IDENTITY_ID'] }
  return at === null ? null : cutOffOf([], at)
}
