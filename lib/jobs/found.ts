import type { Identity } from '../identities/identity.ts'

/** What a look-up has found of a developer user identifier or an identity ID. `more`: there are further identifiers. */
export type ListedIdentity = Identity & { userIdentifiers: string[]; more: boolean }

/** One side of a checked merge. */
export type CheckedSide = { identityId: string; logins: string[]; userIdentifiers: string[] }

/** Both sides of a merge that has no conflict by itself. `providerName`: of the pool's developer provider. */
export type CheckedMerge = { source: CheckedSide; destination: CheckedSide; providerName: string }
