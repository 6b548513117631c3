'use client'

import dynamic from 'next/dynamic'
import { useEffect, useState } from 'react'
import { Loaded } from '#components/loaded.tsx'
import { tellIdentities } from '#components/identity-news/tell-identities.ts'
import { keepPerson } from '#components/recent-people.ts'
import { LazyCutOffOffer } from '#components/cut-off/lazy-cut-off-offer.tsx'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { Section } from '#components/ui/section.tsx'
import { Skeleton } from '#components/ui/skeleton.tsx'
import { identitiesPath, poolsPath } from '#lib/core/paths.ts'
import type { IdentityRef, PoolRef } from '#lib/core/refs.ts'
import { IdentityHeader } from './identity-header.tsx'
import { IdentityLogins } from './identity-logins.tsx'
import { IdentityNotes } from './identity-notes.tsx'
import { IdentityStateCard } from './identity-state-card.tsx'
import { IdentityUsers } from './identity-users.tsx'
import { useIdentity } from './use-identity.ts'
import { useMeanwhile } from './use-meanwhile.ts'
import { usePageTitle } from './use-page-title.ts'

const ChangedMeanwhile = dynamic(() => import('./changed-meanwhile.tsx').then((file) => file.ChangedMeanwhile), {
  ssr: false,
})
const GoneIdentity = dynamic(() => import('./gone-identity.tsx').then((file) => file.GoneIdentity))
const IdentityRole = dynamic(() => import('./identity-role.tsx'), {
  ssr: false,
  loading: () => (
    <Section title="Role">
      <Skeleton className="h-24 w-full" />
    </Section>
  ),
})
const NextSteps = dynamic(() => import('./next-steps.tsx'), {
  ssr: false,
  loading: () => (
    <Section title="What the person says">
      <Skeleton className="h-64 w-full" />
    </Section>
  ),
})
const IdentityAudit = dynamic(() => import('./identity-audit.tsx'), {
  ssr: false,
  loading: () => (
    <Section title="Audit entries">
      <Skeleton className="h-24 w-full" />
    </Section>
  ),
})
const DeleteIdentitiesDialog = dynamic(() => import('#components/delete-identities/delete-identities-dialog.tsx'), {
  ssr: false,
})

type IdentityViewProps = {
  identity: IdentityRef
  /** The pool that the link named; nothing proves it yet. */
  named: PoolRef | null
}

/** One identity of a connection, in whatever pool it is. */
export function IdentityView({ identity, named }: IdentityViewProps) {
  const { connectionId, identityId } = identity
  const page = useIdentity(identity, named)
  const { query, gone, detail, pool, proven, users } = page
  const [deleting, setDeleting] = useState(false)
  const [unlinked, setUnlinked] = useState(false)
  const [wasHere, setWasHere] = useState(false)
  if (detail && !wasHere) setWasHere(true)
  const poolId = pool?.poolId ?? null
  const [user = null] = users.data?.userIdentifiers ?? []
  const parts = {
    detail: detail && JSON.stringify([detail.state, detail.logins]),
    [`users ${poolId}`]: users.data ? JSON.stringify(users.data.userIdentifiers) : null,
  }
  const meanwhile = useMeanwhile(parts, page.readAt)
  usePageTitle(`…${identityId.slice(-8)}`, user, pool)
  const isHere = detail !== null
  useEffect(() => {
    if (isHere) keepPerson({ connectionId, identityId }, { poolId, user })
  }, [connectionId, identityId, poolId, user, isHere])

  /** After an act of this page, whether it is known what it left or not. */
  function changed(kind: 'unlinked' | 'linked' | 'unsure') {
    page.settle()
    meanwhile.expect()
    if (kind === 'unlinked') setUnlinked(true)
    tellIdentities({ kind, connectionId, identityIds: [identityId], poolId })
  }
  const about = { target: identity, pool, page, onChanged: changed }
  const back = pool ? (
    <ButtonLink href={identitiesPath(pool)}>Back to the identities</ButtonLink>
  ) : (
    <ButtonLink href={poolsPath(connectionId)}>Go to the pools</ButtonLink>
  )

  return (
    <div onClickCapture={page.onClick}>
      {gone ? (
        <GoneIdentity identity={identity} wasHere={wasHere} action={back} />
      ) : (
        <>
          <IdentityHeader
            identity={identity}
            detail={detail}
            pool={pool}
            user={user}
            onDelete={() => {
              page.settle()
              setDeleting(true)
            }}
          />
          <ChangedMeanwhile identity={identity} changed={meanwhile.changed} onSeen={meanwhile.accept} />
          <Loaded query={query} title="This identity could not be read" action={back} skeleton="h-40">
            {() => null}
          </Loaded>
          {(unlinked || detail?.state === 'disabled') && (
            <LazyCutOffOffer pool={pool} identityIds={[identityId]} since={unlinked ? null : detail?.modifiedAt} />
          )}
        </>
      )}
      <div className="mt-6 grid items-start gap-6 lg:grid-cols-2">
        <div className="min-w-0 space-y-6">
          {detail && (
            <>
              <IdentityStateCard
                identity={detail}
                target={identity}
                pool={pool}
                proven={proven}
                onChoose={page.choose}
              />
              <IdentityLogins {...about} identity={detail} />
              <IdentityUsers {...about} identity={detail} />
            </>
          )}
          <IdentityNotes identity={identity} />
        </div>
        <div className="min-w-0 space-y-6">
          {detail && (
            <>
              <IdentityRole identity={detail} connectionId={connectionId} pool={pool} />
              <NextSteps identity={detail} connectionId={connectionId} page={page} />
            </>
          )}
          <IdentityAudit identity={identity} />
        </div>
      </div>
      {deleting && (
        <DeleteIdentitiesDialog
          connectionId={connectionId}
          pool={pool}
          identityIds={[identityId]}
          onDeleted={() => undefined}
          onClose={() => setDeleting(false)}
        />
      )}
    </div>
  )
}
