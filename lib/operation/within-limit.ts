import 'server-only'
import type { Actor } from '../auth/actor.ts'
import { mostDeleted } from '../auth/most-deleted.ts'
import type { Connection } from '../config/schema.ts'
import { AppError } from '../core/errors.ts'
import { grouped } from '../core/grouped.ts'

type Acting = { actor: Pick<Actor, 'role'>; connection: Connection }

/** Refuses a deletion of more identities than the role of whoever acts may delete at once there. Errors: `LIMIT`. */
export function requireWithinLimit({ actor, connection }: Acting, count: number): void {
  const most = mostDeleted(connection, actor.role)
  if (most !== null && count > most) throw overLimit(actor.role, most, connection)
}

const overLimit = (role: string, most: number, { name }: Connection) =>
  new AppError({
    code: 'LIMIT',
    message: `Your role, ${role}, may delete at most ${grouped(most)} identities at once on ${name}, and nothing was deleted.`,
    hint: 'Choose fewer, or ask an admin: "limits" of the connection in lifeguard.config.json says how many.',
  })
