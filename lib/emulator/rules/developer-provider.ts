import { invalidParameter } from '../state/errors.ts'
import type { Login } from '../state/logins.ts'
import type { Pool } from '../state/pools.ts'

/** Throws InvalidParameterException when the pool has no such developer provider. */
export function requireDeveloperProvider(pool: Pool, name: string | null): string {
  if (name !== null && name === pool.developerProvider) return name
  throw invalidParameter('This identity pool does not support the specified developer provider')
}

export const developerLogin = (provider: string, subject: string): Login => ({ provider, subject, developer: true })
