'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { LoginNames } from '#components/developer-identities/login-names.tsx'
import { useProvenPool } from '#components/developer-identities/use-proven-pool.ts'
import { Loaded } from '#components/loaded.tsx'
import { PoolLink } from '#components/pool-link.tsx'
import { StateBadge } from '#components/state-badge.tsx'
import { Button } from '#components/ui/button.tsx'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { Card } from '#components/ui/card.tsx'
import { DefinitionList } from '#components/ui/definition-list.tsx'
import { MonoId } from '#components/ui/mono-id.tsx'
import { TimeStamp } from '#components/ui/time-stamp.tsx'
import { identityDetail } from '#lib/identities/queries.ts'
import { identityPath, poolPath } from '#lib/core/paths.ts'
import type { IdentityRef } from '#lib/core/refs.ts'
import type { PoolSummary } from '#lib/pools/pool.ts'

type FoundIdProps = { identity: IdentityRef; pools: readonly PoolSummary[]; onUser: () => void }

/** The identity with an id, in any Region; or the pool, since their ids look alike. */
export function FoundId({ identity, pools, onUser }: FoundIdProps) {
  const { connectionId, identityId } = identity
  const pool = pools.find(({ poolId }) => poolId === identityId)
  const query = useQuery({ ...identityDetail(identity), enabled: pool === undefined })
  const proven = useProvenPool(identity, query.data ?? null)
  const asUser = <Button onClick={onUser}>Look it up as a developer user identifier</Button>

  if (pool) {
    return (
      <Callout
        title={`This is the ID of a pool: ${pool.name}`}
        action={<ButtonLink href={poolPath({ connectionId, poolId: pool.poolId })}>Open pool</ButtonLink>}
      />
    )
  }
  return (
    <Loaded
      query={query}
      title="This identity could not be read"
      action={asUser}
      skeleton="h-40"
      gone={
        <Callout title={`There is no identity ${identityId}`} action={asUser}>
          It was deleted, or never was. At the next sign-in the person gets a new identity: ask for their user
          identifier or a token and search for that.{' '}
          <Link href={identityPath(identity)} className="rounded-sm text-accent-ink underline">
            Notes and audit entries about it
          </Link>{' '}
          are kept.
        </Callout>
      }
    >
      {(data) => (
        <section aria-label="Identity">
          <Card>
            <DefinitionList
              items={[
                { term: 'Identity', detail: <MonoId value={identityId} copyLabel="Copy identity ID" /> },
                { term: 'State', detail: <StateBadge state={data.state} /> },
                { term: 'Logins', detail: <LoginNames logins={data.logins} /> },
                {
                  term: 'Pool',
                  detail: proven.pool ? (
                    <PoolLink pool={proven.pool} />
                  ) : (
                    <span className="text-soft">
                      {proven.searching ? 'Looking which pool knows it…' : 'Not known: the service does not tell it.'}
                    </span>
                  ),
                },
                { term: 'Created (UTC)', detail: <TimeStamp value={data.createdAt} /> },
                { term: 'Modified (UTC)', detail: <TimeStamp value={data.modifiedAt} /> },
              ]}
            />
            <div className="mt-4 flex flex-wrap gap-2">
              <ButtonLink
                variant="primary"
                href={`${identityPath(identity)}${proven.pool ? `?pool=${proven.pool.poolId}` : ''}`}
              >
                Open identity
              </ButtonLink>
              {asUser}
            </div>
          </Card>
        </section>
      )}
    </Loaded>
  )
}
