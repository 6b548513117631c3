import type { IdentityRef } from '#lib/core/refs.ts'

/** An identity that was open in this tab, and a user who leads to it where one is known. */
export type RecentPerson = { identityId: string; poolId: string | null; user: string | null }

const MOST = 8
const listeners = new Set<() => void>()
const keyOf = (connectionId: string) => `lifeguard recent people ${connectionId}`

/** The list as it is kept, for comparing; null when there is none. It ends with the tab. */
export function recentPeopleText(connectionId: string): string | null {
  try {
    return window.sessionStorage.getItem(keyOf(connectionId))
  } catch {
    return null
  }
}

/** Newest first. */
export function recentPeople(text: string | null): RecentPerson[] {
  return text === null ? [] : (JSON.parse(text) as RecentPerson[])
}

export function keepPerson({ connectionId, identityId }: IdentityRef, known: Omit<RecentPerson, 'identityId'>): void {
  const others = recentPeople(recentPeopleText(connectionId)).filter((person) => person.identityId !== identityId)
  keep(connectionId, [{ identityId, ...known }, ...others].slice(0, MOST))
}

/** Takes identities out of the list, however many. */
export function forgetPersons(connectionId: string, identityIds: readonly string[]): void {
  const gone = new Set(identityIds)
  const people = recentPeople(recentPeopleText(connectionId))
  const left = people.filter((person) => !gone.has(person.identityId))
  if (left.length < people.length) keep(connectionId, left)
}

/** Empties the list. */
export const forgetPeople = (connectionId: string): void => keep(connectionId, [])

function keep(connectionId: string, people: RecentPerson[]): void {
  try {
    window.sessionStorage.setItem(keyOf(connectionId), JSON.stringify(people))
  } catch {
    return
  }
  for (const listener of listeners) listener()
}

export function onRecentPeople(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
