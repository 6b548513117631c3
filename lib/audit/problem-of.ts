import 'server-only'
import type { ChainedRow } from './chained-rows.ts'
import { entryHash } from './entry-hash.ts'
import { identifiersOf, isCut, personalDigest } from './personal.ts'

/** How far the chain was followed, and by which operations something was erased. */
export type Chain = { sequence: number; hash: string; erasures: ReadonlySet<string> }

/** Why an entry cannot be the next one of the chain, or null. */
export function problemOf({ beside, identities, identifiers, ...entry }: ChainedRow, chain: Chain): string | null {
  if (entry.sequence !== chain.sequence + 1) return 'is missing'
  if (entry.previous_hash !== chain.hash) return 'does not follow the entry before it'
  if (entryHash(entry) !== entry.hash) return 'was changed'
  if (!isSame(identities, entry.identity_id?.split(' ') ?? [])) return 'is not found by the identities that it names'
  if (entry.personal === null) {
    if (beside !== null) return 'got something beside it that it does not know'
    return identifiers.length === 0 ? null : NAMED_FALSELY
  }
  if (beside === null) return 'lost what it says of a person'
  const { salt, value, erased_by: erasedBy } = beside
  if (erasedBy !== null) {
    if (!chain.erasures.has(erasedBy)) return 'was erased by nothing that is recorded'
    return salt === null && value === null && identifiers.length === 0 ? null : 'was erased, and is not gone'
  }
  if (salt === null || value === null || personalDigest(salt, value) !== entry.personal)
    return 'was changed in what it says of a person'
  const named = new Set(identifiersOf({ ...entry, value }))
  if (!named.isSubsetOf(new Set(identifiers))) return 'is not found by the identifiers that it names'
  return identifiers.length === named.size || isCut({ ...entry, value }) ? null : NAMED_FALSELY
}

const NAMED_FALSELY = 'is found by identifiers that it does not name'

const isSame = (some: readonly string[], others: readonly string[]): boolean =>
  some.toSorted().join(' ') === others.toSorted().join(' ')
