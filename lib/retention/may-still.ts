import 'server-only'
import type { Actor } from '../auth/actor.ts'
import { actorAtPresent } from '../auth/current-actor.ts'
import { may } from '../auth/permissions.ts'
import { roleOn } from '../auth/role-on.ts'
import { config } from '../config/config.ts'
import type { Connection } from '../config/schema.ts'
import type { RetentionRule } from './rule.ts'

/** Who answers for a rule, with the role of today, or why that person may not any more. */
export type Responsible = { actor: Actor; connection: Connection } | { lost: string }

/** Whoever approved a rule answers for it, and before that whoever made it. */
export async function mayStill({ approver, maker, connectionId }: RetentionRule): Promise<Responsible> {
  const actor = await actorAtPresent(approver ?? maker)
  const connection = config().connections.find(({ id }) => id === connectionId)
  if (!connection) return { lost: 'Its connection is not configured any more.' }
  if (connection.readOnly) return { lost: `The connection ${connection.name} is read-only.` }
  const role = roleOn(actor, connection)
  if (role !== null && may(role, 'retention:write') && may(role, 'identities:delete')) return { actor, connection }
  return { lost: `${actor.name}, who ${approver ? 'approved' : 'made'} it, may not delete here any more.` }
}
