import 'server-only'
import { LOCAL, type Actor } from '../auth/actor.ts'
import type { BrowserSession } from '../auth/sessions.ts'
import { store } from '../db/open.ts'
import type { ShownSession } from './own-access.ts'

/** Sessions with the names of their people, as the actor sees them. */
export async function shownSessions(sessions: readonly BrowserSession[], { session }: Actor): Promise<ShownSession[]> {
  const names = await namesOf([...new Set(sessions.map(({ personId }) => personId))])
  return sessions.map((one) => ({
    ...one,
    name: names.get(one.personId) ?? (one.personId === LOCAL ? 'Local operator' : 'Nobody known'),
    isOwn: one.sessionId === session?.sessionId,
  }))
}

const AT_ONCE = 500

async function namesOf(personIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>()
  for (let start = 0; start < personIds.length; start += AT_ONCE) {
    const rows = await store()
      .selectFrom('person')
      .select(['person_id', 'name'])
      .where('person_id', 'in', personIds.slice(start, start + AT_ONCE))
      .execute()
    for (const { person_id, name } of rows) names.set(person_id, name)
  }
  return names
}
