import type { Connection } from '../config/schema.ts'
import type { Config } from '../config/read-config.ts'
import { actorRoles, type ActorRole } from './permissions.ts'

/** Roles by the connection on which somebody has them. */
export type RolesByConnection = Readonly<Record<string, ActorRole>>

/** The roles that the values of somebody's claim give them: the strongest of each connection, and none where none does. */
export function rolesByConnection(
  values: readonly string[],
  { connections, oidc }: { connections: readonly Connection[]; oidc: Config['oidc'] },
): RolesByConnection {
  const roles = connections.flatMap(({ id, access }) => {
    const role = strongest(values.flatMap((value) => given(access ?? oidc?.roles ?? {}, value)))
    return role === null ? [] : [[id, role] as const]
  })
  return Object.fromEntries(roles)
}

/** The role that a value gives, as a list. */
export const given = (map: Readonly<Record<string, ActorRole>>, value: string): ActorRole[] => {
  const role = Object.hasOwn(map, value) ? map[value] : undefined
  return role === undefined ? [] : [role]
}

/** The role of those that may most; null of none. */
export const strongest = (roles: readonly ActorRole[]): ActorRole | null =>
  actorRoles.findLast((role) => roles.includes(role)) ?? null
