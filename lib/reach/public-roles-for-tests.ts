import roles from './public-roles.json' with { type: 'json' }
import type { FaultCode } from './reach-fault.ts'

/** A role of the kind that is found in public, for guests or for users, and the faults it has. */
export type PublicRole = {
  name: string
  of: 'guests' | 'users'
  statements: object[]
  boundary?: object[]
  basic?: boolean
  faults: FaultCode[]
}

/** They stand as data, so that browser tests read them too. */
export const publicRoles = roles as PublicRole[]
