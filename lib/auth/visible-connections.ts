import 'server-only'
import type { Actor } from './actor.ts'
import { config } from '../config/config.ts'
import { roleOn } from './role-on.ts'

/** Connections by id: only these, or all except those. Neither list is ever empty. */
export type VisibleConnections = { only: string[] } | { except: string[] }

/** The id that no connection has. */
const NOBODY = ''

/**
 * The connections whose entries an actor may read: those of their role. Entries of connections that are no longer
 * configured are for admins.
 */
export function visibleConnections(actor: Pick<Actor, 'role' | 'on'>): VisibleConnections {
  const { connections } = config()
  const ids = (usable: boolean) =>
    connections.filter((connection) => (roleOn(actor, connection) !== null) === usable).map(({ id }) => id)
  return actor.role === 'admin' && actor.on === undefined
    ? { except: [NOBODY, ...ids(false)] }
    : { only: [NOBODY, ...ids(true)] }
}
