import 'server-only'
import { fingerprint } from '../facts/fingerprint.ts'
import type { PoolRoles } from './pool-roles.ts'
import { toRoles, type ServiceRoles } from './to-service-roles.ts'

/** The service's roles as the console reads them. */
export const toPoolRoles = (answer: ServiceRoles): PoolRoles => ({
  fingerprint: fingerprint(answer),
  ...toRoles(answer),
})
