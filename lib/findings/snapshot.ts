import type { ErrorShape } from '../core/errors.ts'
import type { Drift } from '../drift/changed-outside.ts'
import type { RoleTrusts } from '../iam-roles/role-trust.ts'
import type { ReachFaults } from '../reach/reach-fault.ts'
import type { Pool } from '../pools/pool.ts'
import type { PrincipalTags } from '../principal-tags/principal-tags.ts'
import type { PoolRoles } from '../roles/pool-roles.ts'

/** Which login providers a pool's identities use; `whole` is false when there are more identities than were read. */
export type LoginsInUse = { providers: string[]; identities: number; whole: boolean }

/** What checks look at. Only the pool itself is always known. */
export type Facts = {
  pool: Pool
  roles: PoolRoles
  logins: LoginsInUse
  principalTags: PrincipalTags[]
  trust: RoleTrusts
  /** Read only for those who may read policies. */
  reach: ReachFaults
  /** The last change outside Lifeguard that is young enough to be told; null for none. */
  drift: Drift | null
}
export type Source = Exclude<keyof Facts, 'pool'>

/** Something that was read, or why it was not. "Not read" is never "nothing there". */
export type Read<T> = { known: true; value: T } | { known: false; error: ErrorShape }

export type PoolReading = { pool: Pool } & { [S in Source]: Read<Facts[S]> }
