/** What a person may do at most; ordered from least to most. */
export const actorRoles = ['viewer', 'support', 'admin'] as const
export type ActorRole = (typeof actorRoles)[number]

const everyone: readonly ActorRole[] = actorRoles
const desk: readonly ActorRole[] = ['support', 'admin']
const admins: readonly ActorRole[] = ['admin']

/** The permission → role table: the only place that says who may do what. */
const table = {
  'connections:read': everyone,
  'pools:read': everyone,
  'pools:create': admins,
  'pools:update': admins,
  'pools:delete': admins,
  'findings:suppress': admins,
  'audit:read': everyone,
  'audit:export': desk,
  'audit:erase': admins,
  'account-providers:read': desk,
  'iam-roles:read': everyone,
  'iam-policies:read': desk,
  'identities:read': everyone,
  'identities:delete': desk,
  'identities:merge': desk,
  'identities:unlink': desk,
  'identities:create': desk,
  'identities:link': desk,
  'identities:trace': desk,
  'identities:note': desk,
  'identities:filter': desk,
  'notes:read': everyone,
  'identity-maps:read': everyone,
  'identity-maps:import': desk,
  'developer-identities:read': everyone,
  'access:test': admins,
  'retention:read': everyone,
  'retention:write': admins,
  'jobs:read': everyone,
  'jobs:run': desk,
  'sessions:own': everyone,
  'sessions:manage': admins,
  'tokens:manage': admins,
} as const satisfies Record<string, readonly ActorRole[]>

export type Permission = keyof typeof table

export const permissions = Object.keys(table) as Permission[]

/** The roles that hold a permission. */
export const rolesWith = (permission: Permission): readonly ActorRole[] => table[permission]

export const may = (role: ActorRole, permission: Permission): boolean => rolesWith(permission).includes(role)
