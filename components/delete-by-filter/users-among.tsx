'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import type { PoolRef } from '#lib/core/refs.ts'
import { identityCount } from '#lib/identities/identity-count.ts'
import { identityStates } from '#lib/identities/identity.ts'
import type { IndexBreakdown } from '#lib/identity-index/breakdown.ts'
import { indexedIdentities } from '#lib/identity-index/queries.ts'
import type { IndexFilter } from '#lib/identity-index/schema.ts'
import { loginLabel } from '#lib/login-providers/login-label.ts'
import { QueryFailure } from '../query-failure.tsx'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { grouped } from '#lib/core/grouped.ts'

type UsersAmongProps = {
  pool: PoolRef
  filter: IndexFilter
  breakdown: IndexBreakdown
  accepted: boolean
  onAccept: (accepted: boolean) => void
  onLeaveOut: (filter: IndexFilter) => void
}

const NAMED = 20
const newest = { by: 'modified', descending: true } as const

/** What must not be there: users who signed in, named, among what is taken for guests. */
export function UsersAmong({ pool, filter, breakdown, accepted, onAccept, onLeaveOut }: UsersAmongProps) {
  const users = breakdown.states.authenticated
  const query = useInfiniteQuery({
    ...indexedIdentities(pool, { ...filter, states: ['authenticated'] }, newest),
    enabled: users > 0,
  })
  if (users === 0) return null
  const named = query.data?.pages[0]?.identities.slice(0, NAMED) ?? []
  const isOnlyUsers = users === breakdown.total
  const others = identityStates.filter(
    (state) => state !== 'authenticated' && (filter.states.length === 0 || filter.states.includes(state)),
  )
  return (
    <div role="region" aria-label="What must not be there" className="space-y-2">
      <Callout
        tone="danger"
        title={
          isOnlyUsers
            ? `${users === 1 ? 'It is a signed-in user' : `All ${identityCount(users)} are signed-in users`}, not ${users === 1 ? 'a guest' : 'guests'}`
            : `${grouped(users)} of these ${identityCount(breakdown.total)} ${users === 1 ? 'is a signed-in user, not a guest' : 'are signed-in users, not guests'}`
        }
        action={
          others.length > 0 &&
          !isOnlyUsers && (
            <Button size="sm" onClick={() => onLeaveOut({ ...filter, states: others })}>
              Leave users out
            </Button>
          )
        }
      >
        <ul className="font-mono text-danger-ink">
          {named.map(({ identityId, logins }) => (
            <li key={identityId}>
              {identityId} <span className="font-sans">{logins.map(loginLabel).join(', ')}</span>
            </li>
          ))}
          {users > named.length && named.length > 0 && (
            <li className="font-sans">{`and ${grouped(users - named.length)} more`}</li>
          )}
        </ul>
      </Callout>
      <QueryFailure query={query} title="The users among them could not be named" />
      <Checkbox
        label={`Delete ${users === 1 ? 'this user' : `these ${grouped(users)} users`} as well`}
        checked={accepted}
        onChange={(event) => onAccept(event.target.checked)}
      />
    </div>
  )
}
