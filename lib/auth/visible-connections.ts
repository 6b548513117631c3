import 'server-only'
import type { Actor } from './actor.ts'
import { config } from '../config/config.ts'

/** Connections by id: only these, or all except those. Neither list is ever empty. */
export type VisibleConnections = { only: string[] } | { except: string[] }

/** The id that no connection has. */
const NOBODY = ''

/**
 * The connections whose entries an actor may read: those of their role. Entries of connections that are no longer
 * configured are for admins.
 */
export function visibleConnections({ role }: Pick<Actor, 'role'>): VisibleConnections {
  const { connections } = config()
  const ids = (usable: boolean) =>
    connections.filter(({ roles }) => roles.includes(role) === usable).map(({ id }) => id)
  return role === 'admin' ? { except: [NOBODY, ...ids(false)] } : { only: [NOBODY, ...ids(true)] }
}
