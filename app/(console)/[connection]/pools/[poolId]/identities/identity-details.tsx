'use client'

import { useQuery } from '@tanstack/react-query'
import { LoginNames } from '#components/developer-identities/login-names.tsx'
import { UserIdentifierList } from '#components/developer-identities/user-identifier-list.tsx'
import { DetailsPanel } from '#components/details/details-panel.tsx'
import type { Details } from '#components/details/use-details.ts'
import { Loaded } from '#components/loaded.tsx'
import { QueryFailure } from '#components/query-failure.tsx'
import { StateBadge } from '#components/state-badge.tsx'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { CopyButton } from '#components/ui/copy-button.tsx'
import { DefinitionList } from '#components/ui/definition-list.tsx'
import { Skeleton } from '#components/ui/skeleton.tsx'
import { TimeStamp } from '#components/ui/time-stamp.tsx'
import { identityPath } from '#lib/core/paths.ts'
import { identityRef, type PoolRef } from '#lib/core/refs.ts'
import { developerIdentity } from '#lib/developer-identities/queries.ts'
import type { Identity } from '#lib/identities/identity.ts'
import { identityDetail } from '#lib/identities/queries.ts'
import { identityNotes } from '#lib/identity-notes/queries.ts'
import { poolDetailOfRow } from '#lib/pools/queries.ts'
import { useRested } from './use-rested.ts'

/** Looking an identity's users up costs a call of a scarce quota: not for rows that are only passed by. */
const REST_MS = 200

type IdentityDetailsProps = {
  details: Details
  identityId: string
  pool: PoolRef
  /** The rows that are loaded. */
  rows: readonly Identity[]
  order: readonly string[]
}

/** An identity beside its list: at once what the list knows of it, then who leads to it and what was noted. */
export default function IdentityDetails({ details, identityId, pool, rows, order }: IdentityDetailsProps) {
  const { connectionId } = pool
  const isId = identityRef({ connection: connectionId, identityId }) !== null
  const rested = useRested(identityId, REST_MS) && isId
  const listed = rows.find((row) => row.identityId === identityId)
  const read = useQuery({ ...identityDetail({ connectionId, identityId }), enabled: listed === undefined && rested })
  const { data: settings } = useQuery(poolDetailOfRow(pool))
  const provider = settings?.developerProviderName ?? null
  const users = useQuery({ ...developerIdentity(pool, { identityId }), enabled: provider !== null && rested })
  const notes = useQuery({ ...identityNotes({ connectionId, identityId }), enabled: rested })
  const identity = listed ?? read.data
  const path = `${identityPath({ connectionId, identityId })}?pool=${pool.poolId}`
  return (
    <DetailsPanel
      details={details}
      shown={identityId}
      order={order}
      title={
        <span className="inline-flex max-w-full items-start gap-1">
          <span className="font-mono text-sm leading-6 wrap-anywhere">{identityId}</span>
          <CopyButton key={identityId} value={identityId} label="Copy identity ID" className="-my-0.5" />
        </span>
      }
      footer={
        isId && (
          <ButtonLink variant="primary" href={path}>
            Open identity
          </ButtonLink>
        )
      }
    >
      {!isId && <p className="text-soft">The address names no identity ID.</p>}
      {isId && !identity && (
        <Loaded
          query={read}
          title="This identity could not be read"
          skeleton="h-40"
          gone={<p className="text-soft">There is no such identity any more.</p>}
        >
          {() => null}
        </Loaded>
      )}
      {identity && (
        <DefinitionList
          items={[
            { term: 'State', detail: <StateBadge state={identity.state} /> },
            { term: 'Created (UTC)', detail: <TimeStamp value={identity.createdAt} local /> },
            { term: 'Modified (UTC)', detail: <TimeStamp value={identity.modifiedAt} local /> },
            { term: 'Logins', detail: <LoginNames logins={identity.logins} /> },
            ...(provider === null
              ? []
              : [
                  {
                    term: 'Developer users',
                    detail: users.data ? (
                      <Users users={users.data.userIdentifiers} />
                    ) : users.isError ? (
                      <QueryFailure query={users} title="They could not be looked up" bare />
                    ) : (
                      <Skeleton className="h-5 w-40" />
                    ),
                  },
                ]),
            {
              term: 'Notes',
              detail: notes.data ? (
                counted(notes.data.length)
              ) : notes.isError ? (
                'Not read'
              ) : (
                <Skeleton className="h-5 w-16" />
              ),
            },
          ]}
        />
      )}
    </DetailsPanel>
  )
}

const Users = ({ users }: { users: readonly string[] }) =>
  users.length === 0 ? <span className="text-soft">None leads to it</span> : <UserIdentifierList users={users} />

const counted = (notes: number) => (notes === 0 ? 'None' : notes === 1 ? '1 note' : `${notes} notes`)
