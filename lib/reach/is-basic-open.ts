import type { Pool } from '../pools/pool.ts'
import type { RoleSettings } from '../roles/pool-roles.ts'

/** Whether an app may choose the role itself. The service refuses that while the pool has role mappings. */
export const isBasicOpen = (
  { classicFlow }: Pick<Pool, 'classicFlow'>,
  { mappings }: Pick<RoleSettings, 'mappings'>,
): boolean => classicFlow !== 'off' && mappings.length === 0
