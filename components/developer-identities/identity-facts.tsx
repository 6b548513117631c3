import Link from 'next/link'
import type { Identity } from '#lib/identities/identity.ts'
import { identityPath } from '#lib/core/paths.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { StateBadge } from '../state-badge.tsx'
import { CopyButton } from '../ui/copy-button.tsx'
import { DefinitionList } from '../ui/definition-list.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { TimeStamp } from '../ui/time-stamp.tsx'
import { LoginNames } from './login-names.tsx'
import { UserIdentifierList } from './user-identifier-list.tsx'

type IdentityFactsProps = {
  pool: PoolRef
  identityId: string
  userIdentifiers: readonly string[]
  /** Null while it is not read. */
  identity: Identity | null
  /** It could not be read. */
  unread?: boolean
}

/** An identity of a developer provider in full: state, logins, everyone who leads to it, dates. */
export function IdentityFacts({ pool, identityId, userIdentifiers, identity, unread = false }: IdentityFactsProps) {
  const reading = unread ? 'Not read' : <Skeleton className="h-4 w-32" />
  return (
    <DefinitionList
      items={[
        {
          term: 'Identity',
          detail: (
            <span className="flex items-start gap-1">
              <Link
                href={`${identityPath({ connectionId: pool.connectionId, identityId })}?pool=${pool.poolId}`}
                className="rounded-sm font-mono text-xs leading-5 wrap-anywhere text-accent-ink hover:underline"
              >
                {identityId}
              </Link>
              <CopyButton value={identityId} label={`Copy identity ID ${identityId}`} className="-my-1" />
            </span>
          ),
        },
        { term: 'State', detail: identity ? <StateBadge state={identity.state} /> : reading },
        { term: 'Logins', detail: identity ? <LoginNames logins={identity.logins} /> : reading },
        {
          term: 'Developer user identifiers',
          detail:
            userIdentifiers.length === 0 ? (
              <span className="text-soft">None in this pool</span>
            ) : (
              <UserIdentifierList users={userIdentifiers} />
            ),
        },
        {
          term: 'Created (UTC)',
          detail: identity ? <TimeStamp value={identity.createdAt} local /> : reading,
        },
        {
          term: 'Modified (UTC)',
          detail: identity ? <TimeStamp value={identity.modifiedAt} local /> : reading,
        },
      ]}
    />
  )
}
