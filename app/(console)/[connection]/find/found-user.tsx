'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { IdentityFacts } from '#components/developer-identities/identity-facts.tsx'
import { MergeLink } from '#components/developer-identities/merge-link.tsx'
import { QueryFailure } from '#components/query-failure.tsx'
import { failureOf, isGone } from '#components/reading.ts'
import { UserIdentifier } from '#components/developer-identities/user-identifier.tsx'
import { ForeignText } from '#components/ui/foreign-text.tsx'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { Card } from '#components/ui/card.tsx'
import type { PoolAnswer } from '#lib/developer-identities/developer-identity.ts'
import { isolated } from '#lib/core/isolated.ts'
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
  const query = useQuery(identityDetail(identity))
  return (
    <section aria-label={`${isolated(userIdentifier)} in ${isolated(name)}`}>
      <h3 className="mb-2 text-base font-semibold">
        <UserIdentifier value={userIdentifier} />
        <span className="font-normal text-soft"> in </span>
        <Link href={poolPath(pool)} className="rounded-sm text-accent-ink hover:underline">
          <ForeignText text={name} />
        </Link>
      </h3>
      <Card>
        {isGone(query) ? (
          <Callout title="This identity is gone">The pool named it, and the service does not know it any more.</Callout>
        ) : (
          <>
            <QueryFailure query={query} title="The identity could not be read" bare />
            <IdentityFacts
              pool={pool}
              {...found}
              identity={query.data ?? null}
              unread={query.data === undefined && failureOf(query) !== null}
            />
          </>
        )}
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
