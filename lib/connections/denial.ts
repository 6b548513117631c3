import type { ConsoleSession } from './connection-summary.ts'
import { may, rolesWith, type Permission } from '../auth/permissions.ts'

/**
 * Why the person may not write here, or null when they may. For the page's words only: the server decides again.
 */
export function denial(
  session: ConsoleSession | undefined,
  connectionId: string,
  permission: Permission,
): string | null {
  const denied = roleDenial(session, permission)
  if (!session || denied !== null) return denied
  const connection = session.connections.find(({ id }) => id === connectionId)
  return connection?.readOnly ? `The connection ${connection.name} is read-only.` : null
}

/** The same for what a read-only connection does not refuse. */
export function roleDenial(session: ConsoleSession | undefined, permission: Permission): string | null {
  if (!session || may(session.actor.role, permission)) return null
  return `Your role, ${session.actor.role}, may not do this; the role ${rolesWith(permission).join(' or ')} may.`
}
