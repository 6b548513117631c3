'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useProvenPool } from '#components/developer-identities/use-proven-pool.ts'
import { Loaded } from '#components/loaded.tsx'
import { forgetPerson } from '#components/recent-people.ts'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { auditKeys } from '#lib/history/queries.ts'
import { developerIdentityKeys } from '#lib/developer-identities/queries.ts'
import { replaceInLists } from '#lib/identities/cached-identities.ts'
import { identityDetail, identityKeys } from '#lib/identities/queries.ts'
import { identitiesPath, poolsPath } from '#lib/core/paths.ts'
import type { IdentityRef, PoolRef } from '#lib/core/refs.ts'
import { IdentityAudit } from './identity-audit.tsx'
import { IdentityHeader } from './identity-header.tsx'
import { IdentityLogins } from './identity-logins.tsx'
import { IdentityNotes } from './identity-notes.tsx'
import { IdentityRole } from './identity-role.tsx'
import { IdentityStateCard } from './identity-state-card.tsx'
import { IdentityUsers } from './identity-users.tsx'
import { NextSteps } from './next-steps.tsx'

type IdentityViewProps = {
  identity: IdentityRef
  /** The pool that the link named; nothing proves it yet. */
  named: PoolRef | null
}

/** One identity of a connection, in whatever pool it is. */
export function IdentityView({ identity, named }: IdentityViewProps) {
  const queryClient = useQueryClient()
  const [deleted, setDeleted] = useState(false)
  const [chosen, setChosen] = useState(named)
  const query = useQuery({ ...identityDetail(identity), enabled: !deleted })
  const { data } = query
  const proven = useProvenPool(identity, data ?? null, chosen)
  const pool = proven.pool ?? chosen
  const shown = deleted ? null : (data ?? null)
  const back = pool ? (
    <ButtonLink href={identitiesPath(pool)}>Back to the identities</ButtonLink>
  ) : (
    <ButtonLink href={poolsPath(identity.connectionId)}>Go to the pools</ButtonLink>
  )

  function gone() {
    setDeleted(true)
    void queryClient.invalidateQueries({ queryKey: auditKeys.identity(identity) })
    forgetPerson(identity)
  }

  async function changed() {
    setChosen(pool)
    void queryClient.invalidateQueries({ queryKey: auditKeys.identity(identity) })
    if (pool) void queryClient.invalidateQueries({ queryKey: developerIdentityKeys.pool(pool) })
    void queryClient.invalidateQueries({ queryKey: identityKeys.details(identity.connectionId) })
    const { data: fresh } = await query.refetch()
    if (fresh) replaceInLists(queryClient, identity.connectionId, fresh)
  }

  return (
    <>
      {deleted ? (
        <>
          <h1 className="sr-only">Identity deleted</h1>
          <EmptyState
            title="This identity is deleted"
            text={`${identity.identityId} is gone; its user gets a new identity next time.`}
            action={back}
          />
        </>
      ) : (
        <IdentityHeader identity={identity} detail={shown} pool={pool} onDeleted={gone} />
      )}
      {!deleted && (
        <Loaded query={query} title="This identity could not be read" action={back} skeleton="h-40">
          {() => null}
        </Loaded>
      )}
      <div className="mt-6 grid items-start gap-6 lg:grid-cols-2">
        <div className="min-w-0 space-y-6">
          {shown && (
            <>
              <IdentityStateCard
                identity={shown}
                connectionId={identity.connectionId}
                pool={pool}
                proven={proven.pool !== null}
                searching={proven.searching}
                onChoose={setChosen}
              />
              <IdentityLogins identity={shown} target={identity} pool={pool} onChanged={() => void changed()} />
              <IdentityUsers identity={shown} target={identity} pool={pool} onChanged={() => void changed()} />
            </>
          )}
          <IdentityNotes identity={identity} />
        </div>
        <div className="min-w-0 space-y-6">
          {shown && (
            <>
              <IdentityRole identity={shown} connectionId={identity.connectionId} pool={pool} />
              <NextSteps identity={shown} connectionId={identity.connectionId} pool={pool} />
            </>
          )}
          <IdentityAudit identity={identity} />
        </div>
      </div>
    </>
  )
}
