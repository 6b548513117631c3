'use client'

import { useQuery } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { identityFate } from '#lib/history/queries.ts'
import type { IdentityRef, PoolRef } from '#lib/core/refs.ts'
import type { IdentityState } from '#lib/identities/identity.ts'

const MergeCallouts = dynamic(() => import('./merge-callouts.tsx'))

type MergeLinksProps = { identity: IdentityRef; state: IdentityState; pool: PoolRef | null }

/** What the audit log tells of the identity's merges and of its last login; most have neither. */
export function MergeLinks(props: MergeLinksProps) {
  const { data: fate } = useQuery(identityFate(props.identity))
  if (!fate) return null
  const { mergedInto, mergedFrom, unlinked, mayHaveMergedInto } = fate
  const isTold = mergedInto ?? unlinked ?? mergedFrom[0] ?? mayHaveMergedInto[0]
  return isTold && <MergeCallouts {...props} fate={fate} />
}
