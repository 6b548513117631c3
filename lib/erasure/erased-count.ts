import { identityCount } from '../identities/identity-count.ts'

/** What an erasure is of: identities, or notes where it is of none. */
export const erasedCount = (identities: number, notes: number): string =>
  identities > 0 || notes === 0 ? identityCount(identities) : notes === 1 ? '1 note' : `${notes} notes`
