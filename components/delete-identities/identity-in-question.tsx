'use client'

import { useQuery } from '@tanstack/react-query'
import type { IdentityRef, PoolRef } from '#lib/core/refs.ts'
import { identityNotes } from '#lib/identity-notes/queries.ts'
import type { Identity } from '#lib/identities/identity.ts'
import { LoginNames } from '../developer-identities/login-names.tsx'
import { StateBadge } from '../state-badge.tsx'
import { DefinitionList } from '../ui/definition-list.tsx'
import { ForeignText } from '../ui/foreign-text.tsx'
import { MonoId } from '../ui/mono-id.tsx'
import { usePlace } from '../use-place.ts'
import type { UsersInQuestion } from './use-users-in-question.ts'

type IdentityInQuestionProps = {
  identity: IdentityRef
  pool: PoolRef | null
  known: Identity | null
  users: UsersInQuestion
}

/** Whom a deletion is about, as far as that can be told. */
export function IdentityInQuestion({ identity, pool, known, users }: IdentityInQuestionProps) {
  const { connectionId, identityId } = identity
  const place = usePlace(connectionId, pool)
  const notes = useQuery({ ...identityNotes(identity), staleTime: 0 })
  const list = users.state === 'read' ? users.userIdentifiers : []
  return (
    <DefinitionList
      items={[
        { term: 'Identity', detail: <MonoId value={identityId} shorten="never" /> },
        ...(known
          ? [
              { term: 'State', detail: <StateBadge state={known.state} /> },
              { term: 'Logins', detail: <LoginNames logins={known.logins} /> },
            ]
          : []),
        ...(users.state !== 'none'
          ? [
              {
                term: 'Developer user identifiers',
                detail:
                  users.state === 'unread' ? (
                    'Not read'
                  ) : users.state === 'reading' ? (
                    'Being read…'
                  ) : list.length === 0 ? (
                    'None'
                  ) : (
                    <ul>
                      {list.map((user) => (
                        <li key={user} className="font-mono text-xs leading-5 wrap-anywhere">
                          <ForeignText text={user} />
                        </li>
                      ))}
                    </ul>
                  ),
              },
            ]
          : []),
        ...place,
        { term: 'Notes', detail: notesSaid(notes.data?.length) },
      ]}
    />
  )
}

function notesSaid(count: number | undefined): string {
  if (count === undefined) return 'Not read'
  return count === 0 ? 'None' : `${count}, which stay: delete them one by one if they are to go`
}
