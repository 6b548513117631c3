import type { Actor } from '../auth/actor.ts'
import { may, type ActorRole, type Permission } from '../auth/permissions.ts'
import { givenOn } from '../auth/role-on.ts'
import { strongest } from '../auth/roles-by-connection.ts'
import { AppError } from '../core/errors.ts'

type Asked = { role: ActorRole; connectionIds: readonly string[]; permissions: readonly Permission[] }

/** Why somebody may not make a token, or null: none may do what its maker may not, or what its role does not hold. */
export function tokenNotGiven(
  { role, connectionIds, permissions }: Asked,
  maker: Pick<Actor, 'role' | 'on' | 'only'>,
  connections: readonly { id: string }[],
): AppError | null {
  const unknown = connectionIds.find((id) => !connections.some((connection) => connection.id === id))
  if (unknown !== undefined)
    return new AppError({
      code: 'NOT_FOUND',
      message: `There is no connection "${unknown}".`,
      hint: 'Connections are named in lifeguard.config.json.',
    })
  const above = connectionIds.find((id) => {
    const own = givenOn(maker, { id })
    return own === null || strongest([own, role]) !== own
  })
  if (above !== undefined)
    return new AppError({
      code: 'FORBIDDEN',
      message: `Your own role on ${above} is less than ${role}.`,
      hint: 'Make a token of at most your own role.',
    })
  const beyond = permissions.find((permission) => maker.only?.includes(permission) === false)
  if (beyond !== undefined)
    return new AppError({
      code: 'FORBIDDEN',
      message: `The token that asks may not do ${beyond} itself.`,
      hint: 'Leave the permission out, or have a person make the token.',
    })
  const without = permissions.find((permission) => !may(role, permission))
  if (without === undefined) return null
  return new AppError({
    code: 'VALIDATION',
    message: `The role ${role} does not hold ${without}.`,
    hint: 'Leave the permission out, or choose a role that has it.',
  })
}
