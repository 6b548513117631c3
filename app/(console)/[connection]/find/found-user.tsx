'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { IdentityFacts } from '#components/developer-identities/identity-facts.tsx'
import { MergeLink } from '#components/developer-identities/merge-link.tsx'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { Card } from '#components/ui/card.tsx'
import type { PoolAnswer } from '#lib/developer-identities/developer-identity.ts'
import { identityDetail } from '#lib/identities/queries.ts'
import { identityPath, poolPath } from '#lib/core/paths.ts'
import type { PoolRef } from '#lib/core/refs.ts'

type FoundUserProps = {
  pool: PoolRef
  name: string
  userIdentifier: string
  answer: Extract<PoolAnswer, { kind: 'found' }>
}

/** A user as one pool knows them. */
export function FoundUser({ pool, name, userIdentifier, answer: { found, more } }: FoundUserProps) {
  const identity = { connectionId: pool.connectionId, identityId: found.identityId }
  const { data, isError } = useQuery(identityDetail(identity))
  return (
    <section aria-label={`${userIdentifier} in ${name}`}>
      <h2 className="mb-2 text-base font-semibold">
        <Link href={poolPath(pool)} className="rounded-sm text-accent-ink hover:underline">
          {name}
        </Link>
      </h2>
      <Card>
        <IdentityFacts pool={pool} {...found} identity={data ?? null} unread={isError} />
        {more && <p className="mt-2 text-soft">It has more developer user identifiers: open it to see all.</p>}
        <div className="mt-4 flex flex-wrap gap-2">
          <ButtonLink variant="primary" href={`${identityPath(identity)}?pool=${pool.poolId}`}>
            Open identity
          </ButtonLink>
          <MergeLink pool={pool} keep={{ identityId: found.identityId, user: userIdentifier }}>
            Merge with another user
          </MergeLink>
        </div>
      </Card>
    </section>
  )
}
