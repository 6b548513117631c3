import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'
import { config } from '../config/config.ts'
import { tokenActorById } from './access-tokens.ts'
import { OF_COMMAND, LOCAL, OF_TOKEN, type Actor } from './actor.ts'
import { actorOfRequest } from './actor-of-request.ts'
import { actorOf } from './persons.ts'
import { actorRoles } from './permissions.ts'

const acting = new AsyncLocalStorage<Actor>()

/** Runs work in which somebody acts who came by another way than a page. */
export const actingAs = <T>(actor: Actor, work: () => T): T => acting.run(actor, work)

/** A user of this machine at the command line, with the role of the local operator. */
export const commandActor = (user: string): Actor => ({
  id: `${OF_COMMAND}${user}`,
  name: `command (${user})`,
  role: config().localRole,
})

/** The person behind the current request. Errors: `SIGNED_OUT`. */
export async function currentActor(): Promise<Actor> {
  return acting.getStore() ?? actorOfRequest()
}

/** Somebody who started what goes on by itself, with the roles that they have now; one who is not known may nothing. */
export async function actorAtPresent({ id, name, role }: { id: string; name: string; role: string }): Promise<Actor> {
  if (id === LOCAL || id.startsWith(OF_COMMAND)) return { id, name, role: config().localRole }
  const known = id.startsWith(OF_TOKEN) ? await tokenActorById(id) : await actorOf(id)
  return known ?? { id, name, role: actorRoles.find((one) => one === role) ?? 'viewer', on: {} }
}
