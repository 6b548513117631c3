import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'
import { config } from '#lib/config/config.ts'
import { actorRoles, type ActorRole } from './permissions.ts'

/** Who acts. `id` is stable and goes into the audit; `name` is for people. */
export type Actor = { id: string; name: string; role: ActorRole }

const acting = new AsyncLocalStorage<Actor>()

/** Runs work in which somebody acts who came by another way than a page. */
export const actingAs = <T>(actor: Actor, work: () => T): T => acting.run(actor, work)

const COMMAND = 'command:'

/** A user of this machine at the command line, with the role of the local operator. */
export const commandActor = (user: string): Actor => ({
  id: `${COMMAND}${user}`,
  name: `command (${user})`,
  role: config().localRole,
})

/** Whether nobody has signed in as this actor: then two of them may be one person. */
export const isNotSignedIn = ({ id }: Pick<Actor, 'id'>): boolean => id === 'local' || id.startsWith(COMMAND)

/**
 * The person behind the current request. Without sign-in it is the local operator, whose role is
 * `LIFEGUARD_LOCAL_ROLE`; the server then listens on loopback only.
 */
export async function currentActor(): Promise<Actor> {
  return acting.getStore() ?? { id: 'local', name: 'Local operator', role: config().localRole }
}

/** Somebody who started what goes on by itself, with the role that they have now; one that is not known may only look. */
export async function actorAtPresent({ id, name, role }: { id: string; name: string; role: string }): Promise<Actor> {
  if (isNotSignedIn({ id })) return { id, name, role: config().localRole }
  return { id, name, role: actorRoles.find((known) => known === role) ?? 'viewer' }
}
