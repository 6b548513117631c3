import {
  classicFlowOn,
  classicFlowUnset,
  guestAccess,
  providerMissing,
  retiredProvider,
  tokenCheckOff,
  twitterSecret,
} from './access-checks.ts'
import type { Check } from './check.ts'
import {
  guestRoleUnused,
  reachAbsentKey,
  reachBasicOnly,
  reachGuestPowers,
  reachGuestWrites,
  reachNoIsolation,
  reachWaysUp,
} from './reach-checks.ts'
import { ambiguousRole, editableClaim, mappingWithoutProvider, noRole, sameRole, tooManyRules } from './role-checks.ts'
import { changedOutside } from './drift-checks.ts'
import {
  roleNotFound,
  trustAnyPool,
  trustLacksAmr,
  trustLacksAud,
  trustLacksTagSession,
  trustRefuses,
  trustUnsentKey,
} from './trust-checks.ts'

/** Every check, in the order of the documentation. */
export const allChecks: readonly Check[] = [
  guestAccess,
  classicFlowOn,
  classicFlowUnset,
  tokenCheckOff,
  providerMissing,
  twitterSecret,
  retiredProvider,
  sameRole,
  noRole,
  ambiguousRole,
  editableClaim,
  mappingWithoutProvider,
  tooManyRules,
  roleNotFound,
  trustLacksAud,
  trustAnyPool,
  trustLacksAmr,
  trustRefuses,
  trustUnsentKey,
  trustLacksTagSession,
  guestRoleUnused,
  reachGuestPowers,
  reachGuestWrites,
  reachBasicOnly,
  reachNoIsolation,
  reachAbsentKey,
  reachWaysUp,
  changedOutside,
]

const byId = new Map(allChecks.map((check) => [check.id, check]))

/** A check by its id; none when this version does not have it. */
export const checkById = (id: string): Check | undefined => byId.get(id)

/** Whether a check is about a role's trust policy: its subject is the role. */
export const isOfTrust = ({ reads }: Check): boolean => reads.includes('trust')
