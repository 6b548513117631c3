'use client'

import Link from 'next/link'
import { useSyncExternalStore } from 'react'
import { forgetPeople, onRecentPeople, recentPeople, recentPeopleText } from '#components/recent-people.ts'
import { UserIdentifier } from '#components/developer-identities/user-identifier.tsx'
import { Button } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { MonoId } from '#components/ui/mono-id.tsx'
import { Section } from '#components/ui/section.tsx'
import { identityPath } from '#lib/core/paths.ts'

/** The identities that were open in this tab, the last one first. */
export function RecentPeopleList({ connectionId }: { connectionId: string }) {
  const text = useSyncExternalStore(
    onRecentPeople,
    () => recentPeopleText(connectionId),
    () => null,
  )
  const people = recentPeople(text)
  if (people.length === 0) return null
  return (
    <Section
      title="Recent people"
      description="Opened in this browser tab; the list ends with it and is kept nowhere else."
      className="mt-8"
      actions={
        <Button size="sm" onClick={() => forgetPeople(connectionId)}>
          Clear list
        </Button>
      }
    >
      <Card>
        <ul className="divide-y divide-line">
          {people.map(({ identityId, poolId, user }) => (
            <li key={identityId} className="flex flex-wrap gap-x-4 gap-y-1 py-2 first:pt-0 last:pb-0">
              <Link
                href={`${identityPath({ connectionId, identityId })}${poolId ? `?pool=${poolId}` : ''}`}
                prefetch={false}
                className="min-w-0 rounded-sm text-accent-ink hover:underline"
              >
                {user ? <UserIdentifier value={user} /> : <MonoId value={identityId} />}
              </Link>
              {user && (
                <span className="text-soft">
                  <MonoId value={identityId} />
                </span>
              )}
            </li>
          ))}
        </ul>
      </Card>
    </Section>
  )
}
