/** The operation of an entry that says what was found changed outside Lifeguard. */
export const CHANGED_OUTSIDE = 'ChangedOutside'

/** What was found changed outside: between `since` and `at`, epoch milliseconds, in so many places. */
export type Drift = { since: number; at: number; count: number }
