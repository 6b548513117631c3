import 'server-only'
import { config } from '../config/config.ts'
import type { Connection } from '../config/schema.ts'
import { regionOfId } from '../core/limits.ts'
import { AppError } from '../core/errors.ts'
import type { IdentityRef, PoolRef } from '../core/refs.ts'

/** How an input says what it is about; the Region is an id's own prefix, and explicit only where there is no id. */
export type OperationInput = {
  /** Another operation of the same actor. */
  operationId?: string | undefined
  connectionId?: string | undefined
  region?: string | undefined
  /** Null where the actor knows of none. */
  pool?: PoolRef | null | undefined
  identity?: IdentityRef | undefined
  identityIds?: readonly string[] | undefined
  /** Why the actor does it, such as the number of a ticket. */
  reason?: string | null | undefined
  /** The run of the actor that this is a part of, such as a batch of one deletion. */
  runId?: string | undefined
  /** A session, a person who signs in, or a program's token. */
  sessionId?: string | undefined
  personId?: string | undefined
  tokenId?: string | undefined
  /** Where a program's token counts. */
  connectionIds?: readonly string[] | undefined
  /** The two sides of a merge. */
  destination?: { identityId: string } | undefined
  source?: { identityId: string } | undefined
}

export type Target = { connection: Connection; region: string | null; poolId: string | null; identityIds: string[] }

/** The connection and Region that an input is about, or null when it is about none. Errors: `NOT_FOUND`. */
export function resolveTarget(input: OperationInput): Target | null {
  const { connectionId, region, pool, identity } = input
  const id = connectionId ?? pool?.connectionId ?? identity?.connectionId
  if (id === undefined) return null
  const connection = config().connections.find((candidate) => candidate.id === id)
  if (!connection) throw unknownConnection(id)
  const named = pool?.poolId ?? identity?.identityId
  const resolved = region ?? (named === undefined ? null : regionOfId(named))
  const target = { connection, region: null, poolId: pool?.poolId ?? null, identityIds: identitiesOf(input) }
  return resolved === null ? target : inRegion(target, resolved)
}

/** The same target in a Region of its connection. Errors: `NOT_FOUND` when the connection does not reach it. */
export function inRegion(target: Target, region: string): Target {
  if (!target.connection.regions.includes(region)) throw unknownRegion(target.connection, region)
  return { ...target, region }
}

const identitiesOf = ({ identity, destination, source, identityIds = [] }: OperationInput): string[] => [
  ...new Set([identity, destination, source].flatMap((one) => (one ? [one.identityId] : [])).concat(identityIds)),
]

const unknownConnection = (id: string) =>
  new AppError({
    code: 'NOT_FOUND',
    message: `There is no connection "${id}".`,
    hint: 'Choose another one; connections are named in lifeguard.config.json.',
  })

const unknownRegion = (connection: Connection, region: string) =>
  new AppError({
    code: 'NOT_FOUND',
    message: `The connection ${connection.name} does not reach the Region ${region}.`,
    hint: `It reaches ${connection.regions.join(', ')}. Add the Region to it in lifeguard.config.json if it should.`,
  })
