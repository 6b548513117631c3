import 'server-only'
import type { Actor } from '../auth/actor.ts'
import { may, rolesWith } from '../auth/permissions.ts'
import { AppError } from '../core/errors.ts'
import type { JobKind } from './job-kind.ts'
import { kindNamed } from './kinds.ts'

/** A kind of job that an actor may run. Errors: `VALIDATION` for one that is not known, `FORBIDDEN`. */
export function kindFor({ role }: Pick<Actor, 'role'>, name: string): JobKind {
  const kind = kindNamed(name)
  if (kind === null) throw new AppError({ code: 'VALIDATION', message: `There is no job "${name}".` })
  if (may(role, kind.permission)) return kind
  throw new AppError({
    code: 'FORBIDDEN',
    message: `Your role, ${role}, may not do this.`,
    hint: `It takes the permission ${kind.permission}, which the role ${rolesWith(kind.permission).join(' or ')} has.`,
  })
}
