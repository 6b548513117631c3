import type { Actor } from '../lib/auth/actor.ts'
import { config } from '../lib/config/config.ts'

/** Stands in the place of who asks by a request, for tests without one. */
export const actorOfRequest = async (): Promise<Actor> => ({
  id: 'local',
  name: 'Local operator',
  role: config().localRole,
})
