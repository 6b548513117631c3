import type { Pool } from '../pools/pool.ts'
import type { RoleSettings } from '../roles/pool-roles.ts'

/** Whether a pool answers the basic (classic) flow, and why. */
export type BasicFlow = { available: boolean; why: string }

export function basicFlow({ classicFlow }: Pool, { mappings }: RoleSettings): BasicFlow {
  if (classicFlow === 'off')
    return { available: false, why: 'The basic (classic) flow is off, so the service refuses GetOpenIdToken.' }
  if (mappings.length > 0)
    return {
      available: false,
      why: 'The pool has role mappings, and with those the service refuses the basic (classic) flow.',
    }
  return {
    available: true,
    why: `The basic (classic) flow is ${classicFlow === 'on' ? 'on' : 'not set, which counts as on'}: with this token an app may take any role that trusts the pool, not only the pool’s own.`,
  }
}
