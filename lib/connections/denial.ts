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
  const denied = roleDenial(session, connectionId, permission)
  if (!session || denied !== null) return denied
  const connection = session.connections.find(({ id }) => id === connectionId)
  return connection?.readOnly ? `The connection ${connection.name} is read-only.` : null
}

/** The same for what a read-only connection does not refuse, or, with null, for what is about no connection. */
export function roleDenial(
  session: ConsoleSession | undefined,
  connectionId: string | null,
  permission: Permission,
): string | null {
  if (!session) return null
  const role = session.connections.find(({ id }) => id === connectionId)?.role ?? session.actor.role
  if (may(role, permission)) return null
  return `Your role, ${role}, may not do this; the role ${rolesWith(permission).join(' or ')} may.`
}
