import type { Origin } from '../identities/origin.ts'

/** Without a login the service makes a guest each time, and never finds one. */
export const originOfGuest: Origin = { made: 'yes', why: 'Without a login the service makes a new guest each time.' }

export const originOfUser = (known: boolean): Origin =>
  known
    ? { made: 'no', why: 'The user led to this identity before the test.' }
    : { made: 'yes', why: 'The pool did not know the user before the test.' }
