'use client'

import { useQuery } from '@tanstack/react-query'
import { IdentityFacts } from '#components/developer-identities/identity-facts.tsx'
import type { PoolRef } from '#lib/core/refs.ts'
import { developerIdentity } from '#lib/developer-identities/queries.ts'
import { identityDetail } from '#lib/identities/queries.ts'
import type { TracedToken } from '#lib/login-tokens/traced-token.ts'
import type { Pool } from '#lib/pools/pool.ts'
import { Badge, type BadgeTone } from '../ui/badge.tsx'
import { MadeIdentity } from './made-identity.tsx'

const looks: Record<TracedToken['origin']['made'], { tone: BadgeTone; label: string }> = {
  yes: { tone: 'warning', label: 'New: made by asking' },
  no: { tone: 'success', label: 'Was there before' },
  unknown: { tone: 'warning', label: 'New or there before: not proven' },
}

type TracedIdentityProps = { pool: PoolRef; detail: Pool; traced: TracedToken }

/** The identity that a token signs in to, where it comes from, and the way to take back what asking has made. */
export function TracedIdentity({ pool, detail, traced: { identityId, origin } }: TracedIdentityProps) {
  const identity = useQuery(identityDetail({ connectionId: pool.connectionId, identityId }))
  const users = useQuery({
    ...developerIdentity(pool, { identityId }),
    enabled: detail.developerProviderName !== null,
  })
  const { tone, label } = looks[origin.made]
  return (
    <section aria-label="Identity of the token" className="space-y-3">
      <IdentityFacts
        pool={pool}
        identityId={identityId}
        userIdentifiers={users.data?.userIdentifiers ?? []}
        identity={identity.data ?? null}
        unread={identity.isError}
      />
      <p className="flex flex-wrap items-center gap-2">
        <Badge tone={tone}>{label}</Badge>
        <span className="text-soft">{origin.why}</span>
      </p>
      {origin.made === 'yes' && (
        <MadeIdentity
          pool={pool}
          identityId={identityId}
          title="Asking has made this identity"
          text="The login had none in this pool. Delete this one, unless the person is about to sign in this way."
        />
      )}
    </section>
  )
}
