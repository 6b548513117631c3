import type { Origin } from '../identities/origin.ts'

/** Which identity of a pool a token signs in to, and whether asking has made it: the service makes one where there is none. */
export type TracedToken = { identityId: string; origin: Origin }
