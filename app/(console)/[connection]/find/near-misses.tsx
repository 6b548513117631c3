'use client'

import { useSyncExternalStore } from 'react'
import { onRecentPeople, recentPeople, recentPeopleText } from '#components/recent-people.ts'
import { UserIdentifier } from '#components/developer-identities/user-identifier.tsx'
import { Button } from '#components/ui/button.tsx'
import { nearMisses } from '#lib/pasted/near-misses.ts'

type NearMissesProps = { connectionId: string; userIdentifier: string; onUser: (userIdentifier: string) => void }

/** Other spellings of a user whom nobody knows; none of them was asked for yet. */
export function NearMisses({ connectionId, userIdentifier, onUser }: NearMissesProps) {
  const text = useSyncExternalStore(
    onRecentPeople,
    () => recentPeopleText(connectionId),
    () => null,
  )
  const misses = nearMisses(
    userIdentifier,
    recentPeople(text).flatMap(({ user }) => user ?? []),
  )
  if (misses.length === 0) return null
  return (
    <section aria-label="Other spellings">
      <h3 className="mb-1.5 font-medium">Other spellings to look up</h3>
      <ul className="space-y-1.5">
        {misses.map((miss) => (
          <li key={miss.userIdentifier} className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Button size="sm" onClick={() => onUser(miss.userIdentifier)}>
              <UserIdentifier value={miss.userIdentifier} />
            </Button>
            <span className="text-soft">{miss.how}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
