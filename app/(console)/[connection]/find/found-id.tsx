'use client'

import { isolated } from '#lib/core/isolated.ts'
import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { LoginNames } from '#components/developer-identities/login-names.tsx'
import { UserIdentifier } from '#components/developer-identities/user-identifier.tsx'
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
import type { ConnectionSummary } from '#lib/connections/connection-summary.ts'
import { regionOfId } from '#lib/core/limits.ts'
import { identityDetail } from '#lib/identities/queries.ts'
import { mappedNames } from '#lib/identity-map/queries.ts'
import { identityPath, poolPath } from '#lib/core/paths.ts'
import type { PoolSummary } from '#lib/pools/pool.ts'

type FoundIdProps = {
  connection: ConnectionSummary
  id: string
  /** The text said that it is a pool's. */
  isPool: boolean
  pools: readonly PoolSummary[]
  onUser: () => void
  onId: (id: string) => void
}

/** The identity with an id, in any Region; or the pool, since their ids look alike. */
export function FoundId({ connection, id: identityId, isPool, pools, onUser, onId }: FoundIdProps) {
  const { id: connectionId, regions } = connection
  const identity = { connectionId, identityId }
  const pool = pools.find(({ poolId }) => poolId === identityId)
  const reached = regions.includes(regionOfId(identityId))
  const query = useQuery({ ...identityDetail(identity), enabled: pool === undefined && reached && !isPool })
  const names = useQuery({ ...mappedNames(identity), enabled: query.data !== undefined })
  const proven = useProvenPool(identity, query.data ?? null)
  const asUser = <Button onClick={onUser}>Look it up as a developer user identifier</Button>

  if (pool) {
    return (
      <Callout
        title={`This is the ID of a pool: ${isolated(pool.name)}`}
        action={<ButtonLink href={poolPath({ connectionId, poolId: pool.poolId })}>Open pool</ButtonLink>}
      />
    )
  }
  if (!reached) {
    return (
      <Callout title={`${connection.name} does not reach ${regionOfId(identityId)}`} action={asUser}>
        So nobody was asked about {identityId}. It may be in another connection.
      </Callout>
    )
  }
  if (isPool) {
    return (
      <Callout title={`${connection.name} has no pool ${identityId}`} action={asUser}>
        None of its pools that could be read has this ID. It may have been deleted, or be in another connection.
      </Callout>
    )
  }
  const elsewhere = regions.filter((region) => region !== regionOfId(identityId))
  return (
    <Loaded
      query={query}
      title="This identity could not be read"
      action={asUser}
      skeleton="h-40"
      gone={
        <Callout title={`${connection.name} has no identity ${identityId}`} action={asUser}>
          It may have been deleted, or be in another connection. At the next sign-in the person gets a new identity: ask
          for their user identifier or a token and search for that.{' '}
          <Link href={identityPath(identity)} className="rounded-sm text-accent-ink underline">
            Notes and audit entries about it
          </Link>{' '}
          are kept.
          {elsewhere.length > 0 && (
            <ul aria-label="Other Regions" className="mt-2 flex flex-wrap gap-1.5">
              {elsewhere.map((region) => (
                <li key={region}>
                  <Button size="sm" onClick={() => onId(identityId.replace(/^[^:]*/, region))}>
                    Look in {region}
                  </Button>
                </li>
              ))}
            </ul>
          )}
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
                    <>
                      <PoolLink pool={proven.pool} />
                      {proven.byLog && <span className="text-soft"> by the audit log</span>}
                    </>
                  ) : (
                    <span className="text-soft">
                      {proven.searching ? 'Looking which pool knows it…' : 'Not known: the service does not tell it.'}
                    </span>
                  ),
                },
                ...(names.data?.length ? [{ term: 'In imported maps', detail: mappedWords(names.data) }] : []),
                { term: 'Created (UTC)', detail: <TimeStamp value={data.createdAt} local /> },
                { term: 'Modified (UTC)', detail: <TimeStamp value={data.modifiedAt} local /> },
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

const mappedWords = (names: readonly { knownAs: string }[]) => (
  <span className="space-x-2">
    {[...new Set(names.map(({ knownAs }) => knownAs))].map((knownAs) => (
      <UserIdentifier key={knownAs} value={knownAs} />
    ))}
  </span>
)
