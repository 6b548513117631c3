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
  if (!session) return null
  const { actor, connections } = session
  if (!may(actor.role, permission))
    return `Your role, ${actor.role}, may not do this; the role ${rolesWith(permission).join(' or ')} may.`
  const connection = connections.find(({ id }) => id === connectionId)
  return connection?.readOnly ? `The connection ${connection.name} is read-only.` : null
}
