import 'server-only'
import { config } from '#lib/config/config.ts'
import type { ActorRole } from './permissions.ts'

/** Who acts. `id` is stable and goes into the audit; `name` is for people. */
export type Actor = { id: string; name: string; role: ActorRole }

/**
 * The person behind the current request. Without sign-in it is the local operator, whose role is
 * `LIFEGUARD_LOCAL_ROLE`; the server then listens on loopback only.
 */
export async function currentActor(): Promise<Actor> {
  return { id: 'local', name: 'Local operator', role: config().localRole }
}
