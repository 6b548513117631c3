/** Where tabs tell each other of identities. */
export const IDENTITY_TOPIC = 'identities'

/**
 * `unsure`: an act on them was sent, and nobody knows what became of it. `many`: more of the pool were deleted than are
 * named one by one.
 */
const kinds = ['deleted', 'merged', 'unlinked', 'linked', 'unsure', 'many'] as const

/** What became of identities of one connection. */
export type IdentityNews = {
  kind: (typeof kinds)[number]
  connectionId: string
  /** Every identity that is other than before; of a merge the one that stays first. */
  identityIds: string[]
  /** Their pool, where it is known: what it says of users is put right with them. */
  poolId: string | null
}

/** What another tab told, if it can be understood. */
export function identityNews(told: unknown): IdentityNews | null {
  if (typeof told !== 'object' || told === null) return null
  const { kind, connectionId, identityIds, poolId } = told as Partial<Record<keyof IdentityNews, unknown>>
  const known = kinds.find((one) => one === kind)
  if (!known || typeof connectionId !== 'string' || !Array.isArray(identityIds)) return null
  return {
    kind: known,
    connectionId,
    identityIds: identityIds.filter((id) => typeof id === 'string'),
    poolId: typeof poolId === 'string' ? poolId : null,
  }
}
