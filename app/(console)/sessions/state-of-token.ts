import type { AccessToken } from '#lib/auth/access-tokens.ts'

/** How a token ended, in a word; null of one that still counts. `now` in epoch milliseconds. */
export const stateOfToken = ({ revokedAt, endsAt }: Pick<AccessToken, 'revokedAt' | 'endsAt'>, now: number) =>
  revokedAt !== null ? 'Revoked' : endsAt <= now ? 'Ended' : null
