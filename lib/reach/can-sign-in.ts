import type { Pool } from '../pools/pool.ts'
import { providersNamed } from '../pools/providers-named.ts'

/** Whether anybody can be more than a guest of a pool: it names a login provider or one of a developer. */
export const canSignIn = (pool: Pool): boolean => providersNamed(pool).size > 0
