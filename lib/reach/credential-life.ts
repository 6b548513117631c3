import type { Pool } from '../pools/pool.ts'
import type { RoleSettings } from '../roles/pool-roles.ts'
import { isBasicOpen } from './is-basic-open.ts'

/** How long credentials of a pool live at most, and whose limit that is: the flow's, the roles' own, or IAM's. */
export type CredentialLife = { seconds: number; by: 'enhanced' | 'roles' | 'bound' }

/** What an hour of the enhanced flow is, and the longest session that IAM lets a role have. */
const ENHANCED = 3600
const LONGEST = 43_200

/** How long credentials live at most; `maxSeconds`: the longest session of each role that hands them out, null where nobody knows. */
export function credentialLife(
  pool: Pick<Pool, 'classicFlow'>,
  roles: Pick<RoleSettings, 'mappings'>,
  maxSeconds: readonly (number | null)[],
): CredentialLife {
  if (!isBasicOpen(pool, roles)) return { seconds: ENHANCED, by: 'enhanced' }
  const known = maxSeconds.filter((one) => one !== null)
  if (known.length === 0 || known.length < maxSeconds.length) return { seconds: LONGEST, by: 'bound' }
  return { seconds: Math.max(ENHANCED, ...known), by: 'roles' }
}

const whose: Readonly<Record<CredentialLife['by'], string>> = {
  enhanced: '',
  roles: ', as long as the roles of the pool allow',
  bound: ', the longest that a role may allow',
}

/** What lives on when an identity goes, in a sentence. */
export function credentialsLive({ seconds, by }: CredentialLife): string {
  const hours = Math.round((seconds / 3600) * 10) / 10
  return `Credentials that were handed out before live on for up to ${hours === 1 ? 'an hour' : `${hours} hours`}${whose[by]}.`
}

/** Whether all that was handed out by a moment has ended. Times are epoch milliseconds. */
export const hasAllEnded = ({ seconds }: CredentialLife, { since, now }: { since: number; now: number }): boolean =>
  now - since > seconds * 1000
