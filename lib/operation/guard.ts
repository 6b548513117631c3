import 'server-only'
import type { z } from 'zod'
import { recordDenial } from '../audit/record.ts'
import type { Actor } from '../auth/actor.ts'
import { may, rolesWith, type Permission } from '../auth/permissions.ts'
import { resolveTarget, type OperationInput, type Target } from './target.ts'
import { config } from '../config/config.ts'
import type { Connection } from '../config/schema.ts'
import { AppError } from '../core/errors.ts'
import { isOperationId } from '../core/operation-id.ts'

type Guarding<S> = {
  name: string
  effect: 'read' | 'write'
  permission: Permission
  input: S
  takesReason?: true | undefined
  onReadOnly?: true | undefined
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
  if (!may(actor.role, definition.permission))
    throw await denied(parsed.success ? targetIn(parsed.data) : null, notYourRole(definition.permission, actor))
  if (!parsed.success) throw malformed(parsed.error)
  const target = resolveTarget(parsed.data)
  if (target && !target.connection.roles.includes(actor.role))
    throw await denied(target, notYourConnection(actor, target))
  if (target?.connection.readOnly && definition.effect === 'write' && !definition.onReadOnly)
    throw await denied(target, readOnlyRefusal(target.connection))
  if (definition.takesReason && config().audit.requireReason && !parsed.data.reason) throw noReason()
  return { actor, input: parsed.data, target }
}

/** What a refused call was about, as far as that exists. */
function targetIn(input: OperationInput): Target | null {
  try {
    return resolveTarget(input)
  } catch {
    return null
  }
}

async function deny<S>(
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

const notYourRole = (permission: Permission, actor: Actor) =>
  new AppError({
    code: 'FORBIDDEN',
    message: `Your role, ${actor.role}, may not do this.`,
    hint: `It takes the permission ${permission}, which the role ${rolesWith(permission).join(' or ')} has.`,
  })

const notYourConnection = (actor: Actor, { connection }: Target) =>
  new AppError({
    code: 'FORBIDDEN',
    message: `Your role, ${actor.role}, may not use the connection ${connection.name}.`,
    hint: 'Ask whoever runs Lifeguard to add the role to the connection in lifeguard.config.json.',
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
