import type { Connection } from '../config/schema.ts'
import type { ActorRole } from './permissions.ts'
import type { RolesByConnection } from './roles-by-connection.ts'

/** What of an actor says what they may; `on`: their roles by connection, where they are not the same everywhere. */
export type Roles = { role: ActorRole; on?: RolesByConnection | undefined }

/** The role that an actor has on a connection, whether or not the connection takes it; null where they have none. */
export function givenOn({ role, on }: Roles, { id }: Pick<Connection, 'id'>): ActorRole | null {
  if (on === undefined) return role
  return Object.hasOwn(on, id) ? (on[id] ?? null) : null
}

/** The role in which an actor may use a connection; null where they may not. */
export function roleOn(roles: Roles, connection: Pick<Connection, 'id' | 'roles'>): ActorRole | null {
  const role = givenOn(roles, connection)
  return role !== null && connection.roles.includes(role) ? role : null
}
