import type { Login } from '../state/logins.ts'
import type { Pool } from '../state/pools.ts'

export interface Person {
  /** A guest when empty. */
  logins: readonly Login[]
  disabled: boolean
}

/** A pool to be made, its people as they are read. */
export interface SeedPool {
  region: string
  settings: { name: string } & Partial<Omit<Pool, 'number' | 'id' | 'region'>>
  principalTags?: { provider: string; tags: { [key: string]: string } }[]
  count: number
  people: Iterable<Person>
}
