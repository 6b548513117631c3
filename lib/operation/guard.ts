import 'server-only'
import type { z } from 'zod'
import { recordDenial } from '../audit/record.ts'
import type { Actor } from '../auth/actor.ts'
import { may, rolesWith, type ActorRole, type Permission } from '../auth/permissions.ts'
import { givenOn, roleOn } from '../auth/role-on.ts'
import { resolveTarget, type OperationInput, type Target } from './target.ts'
import { config } from '../config/config.ts'
import type { Connection } from '../config/schema.ts'
import { AppError } from '../core/errors.ts'
import { isOperationId } from '../core/operation-id.ts'

type Guarding<S extends z.ZodType> = {
  name: string
  effect: 'read' | 'write'
  permission: Permission
  input: S
  takesReason?: true | undefined
  onReadOnly?: true | undefined
  needsFresh?: ((input: z.output<S>) => boolean) | undefined
}

/** A call that may run: who calls, what they ask for, and where. */
export type GuardedCall<I> = { actor: Actor; input: I; target: Target | null }

/**
 * Everything that refuses a call before it does anything: the actor's role, the input's form, the connection's roles
 * and its read-only flag. Denials are audited. Errors: `FORBIDDEN`, `VALIDATION`, `READ_ONLY`, `NOT_FOUND`.
 */
export async function guard<S extends z.ZodType<OperationInput>>(
  actor: Actor,
  definition: Guarding<S>,
  raw: unknown,
  operationId: string,
): Promise<GuardedCall<z.output<S>>> {
  if (!isOperationId(operationId)) throw new AppError({ code: 'VALIDATION', message: 'This is not an operation id.' })
  const denied = (target: Target | null, error: AppError) => deny(definition, { actor, target, operationId }, error)
  const parsed = await definition.input.safeParseAsync(raw)
  const about = parsed.success ? targetIn(parsed.data) : null
  const role = about ? givenOn(actor, about.connection) : actor.role
  if (about && role === null) throw await denied(about, noRoleOn(about))
  if (role !== null && !may(role, definition.permission))
    throw await denied(about, notYourRole(definition.permission, role))
  if (!mayAsToken(actor, definition.permission)) throw await denied(about, notForThis(definition.permission))
  if (!parsed.success) throw malformed(parsed.error)
  const target = resolveTarget(parsed.data)
  if (target && role !== null && roleOn(actor, target.connection) === null)
    throw await denied(target, notYourConnection(role, target))
  if (target?.connection.readOnly && definition.effect === 'write' && !definition.onReadOnly)
    throw await denied(target, readOnlyRefusal(target.connection))
  if (definition.takesReason && config().audit.requireReason && !parsed.data.reason) throw noReason()
  if (isStale(actor, definition.needsFresh?.(parsed.data) ?? false)) throw staleSignIn()
  return { actor: { ...actor, role: role ?? actor.role }, input: parsed.data, target }
}

/** What a refused call was about, as far as that exists. */
function targetIn(input: OperationInput): Target | null {
  try {
    return resolveTarget(input)
  } catch {
    return null
  }
}

async function deny<S extends z.ZodType>(
  definition: Guarding<S>,
  { actor, target, operationId }: { actor: Actor; target: Target | null; operationId: string },
  error: AppError,
): Promise<AppError> {
  await recordDenial({
    operationId,
    actor,
    operation: definition.name,
    connectionId: target?.connection.id ?? null,
    region: target?.region ?? null,
    target: { poolId: target?.poolId ?? null, identityIds: target?.identityIds ?? [] },
    error: { code: error.code, name: null, message: error.message },
  })
  return error
}

const noReason = () =>
  new AppError({
    code: 'VALIDATION',
    message: 'Give the reason or the number of the ticket: this Lifeguard keeps one for each act of the desk.',
    fields: { reason: 'Give the reason or the number of the ticket.' },
  })

const mayAsToken = ({ only }: Actor, permission: Permission): boolean => only === undefined || only.includes(permission)

const notForThis = (permission: Permission) =>
  new AppError({
    code: 'FORBIDDEN',
    message: 'This token was not made for that.',
    hint: `It takes the permission ${permission}: make a token that has it.`,
  })

const noRoleOn = ({ connection }: Target) =>
  new AppError({
    code: 'FORBIDDEN',
    message: `You have no role on the connection ${connection.name}.`,
    hint: 'Ask whoever runs Lifeguard for one: "access" of the connection in lifeguard.config.json gives it.',
  })

const notYourRole = (permission: Permission, role: ActorRole) =>
  new AppError({
    code: 'FORBIDDEN',
    message: `Your role, ${role}, may not do this.`,
    hint: `It takes the permission ${permission}, which the role ${rolesWith(permission).join(' or ')} has.`,
  })

const notYourConnection = (role: ActorRole, { connection }: Target) =>
  new AppError({
    code: 'FORBIDDEN',
    message: `Your role, ${role}, may not use the connection ${connection.name}.`,
    hint: 'Ask whoever runs Lifeguard to add the role to the connection in lifeguard.config.json.',
  })

const MINUTE_MS = 60_000

/** Somebody who signed in with a link of this machine types a confirmation instead, and so does a program's maker. */
const isStale = ({ session }: Actor, needsFresh: boolean): boolean =>
  needsFresh &&
  config().oidc !== null &&
  session?.way === 'oidc' &&
  Date.now() - session.signedInAt > config().sessions.freshMinutes * MINUTE_MS

const staleSignIn = () =>
  new AppError({
    code: 'REAUTHENTICATE',
    message: `This takes a sign-in that is no older than ${config().sessions.freshMinutes} minutes, and nothing was done.`,
    hint: 'Sign in again, then repeat it: what you typed stays here.',
  })

/** What a write through a read-only connection is refused with. */
export const readOnlyRefusal = ({ name }: Pick<Connection, 'name'>): AppError =>
  new AppError({
    code: 'READ_ONLY',
    message: `The connection ${name} is read-only: nothing was changed.`,
    hint: 'Use another connection, or set "readOnly": false for it in lifeguard.config.json.',
  })

function malformed(error: z.ZodError): AppError {
  const fields: Record<string, string> = {}
  for (const issue of error.issues) fields[issue.path.map(String).join('.')] ??= issue.message
  const [first] = error.issues
  return new AppError({ code: 'VALIDATION', message: first?.message ?? 'The input is not valid.', fields })
}
