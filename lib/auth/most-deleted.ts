import type { Connection } from '../config/schema.ts'
import type { ActorRole } from './permissions.ts'

/** How many identities somebody of a role may delete on a connection in one act; null where it says nothing of that. */
export const mostDeleted = ({ limits }: Pick<Connection, 'limits'>, role: ActorRole): number | null =>
  limits[role]?.deleteIdentities ?? null
