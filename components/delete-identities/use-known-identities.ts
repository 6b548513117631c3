'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { loadedIdentities } from '#lib/identities/cached-identities.ts'
import type { Identity } from '#lib/identities/identity.ts'
import type { SeenIdentity } from '#lib/identities/seen-identity.ts'

/** What is known of identities as it was when the person decided: what goes leaves the lists. */
export function useKnownIdentities(
  connectionId: string,
  identityIds: readonly string[],
): ReadonlyMap<string, Identity> {
  const client = useQueryClient()
  const [known] = useState(() => loadedIdentities(client, connectionId, identityIds))
  return known
}

/** An identity as it was shown; `userIdentifiers`: null where they were not. */
export const asSeen = (
  identityId: string,
  row: Identity | undefined,
  userIdentifiers: string[] | null,
): SeenIdentity => ({ identityId, state: row?.state ?? null, logins: row?.logins ?? null, userIdentifiers })
