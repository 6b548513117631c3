import 'server-only'
import { createHash } from 'node:crypto'
import { LOOK, recordLook } from '../audit/record.ts'
import type { Actor } from '../auth/actor.ts'
import { config } from '../config/config.ts'
import { AppError } from '../core/errors.ts'
import type { OperationInput, Target } from './target.ts'

const MINUTE_MS = 60_000
const MOST = 10_000

type Looked = OperationInput & {
  identityId?: string | undefined
  userIdentifier?: string | undefined
  identifiers?: readonly string[] | undefined
  people?: readonly ({ identityId: string } | { userIdentifier: string })[] | undefined
}

type Look = { actor: Actor; name: string; target: Target | null; input: Looked }

const shared = globalThis as typeof globalThis & { lifeguardLooks?: Map<string, number> }
/** When who was looked at by whom. Whom a key names is not kept in clear. */
const noted = (shared.lifeguardLooks ??= new Map())

/** Writes who looks at whom, where that is configured: once a minute for the same two. Errors: `UNAVAILABLE`. */
export async function noteLook({ actor, name, target, input }: Look, now = Date.now()): Promise<void> {
  if (!config().audit.looks) return
  const isNew = (whom: string) => (noted.get(keyOf(actor, target, whom)) ?? 0) <= now - MINUTE_MS
  const people = input.people ?? []
  const identityIds = [input.identity?.identityId, input.identityId, ...people.map((one) => idOf(one, 'identityId'))]
  const users = [
    input.userIdentifier,
    ...(input.identifiers ?? []),
    ...people.map((one) => idOf(one, 'userIdentifier')),
  ]
  const [newIds, newUsers] = [identityIds, users].map((all) =>
    [...new Set(all.filter((one) => one !== undefined))].filter(isNew),
  )
  if (!newIds || !newUsers || newIds.length + newUsers.length === 0) return
  const place = { connectionId: target?.connection.id ?? null, region: target?.region ?? null }
  const asked = { read: name, ...(newUsers.length > 0 && { userIdentifiers: newUsers }) }
  await recordLook({
    actor,
    operation: LOOK,
    ...place,
    target: { poolId: null, identityIds: newIds },
    input: asked,
  }).catch((cause: unknown) => {
    throw notAudited(cause)
  })
  if (noted.size > MOST) noted.clear()
  for (const whom of [...newIds, ...newUsers]) noted.set(keyOf(actor, target, whom), now)
}

const idOf = (person: object, name: string): string | undefined => {
  const id: unknown = Reflect.get(person, name)
  return typeof id === 'string' ? id : undefined
}

const keyOf = (actor: Actor, target: Target | null, whom: string): string =>
  createHash('sha256')
    .update(JSON.stringify([actor.id, target?.connection.id, whom]))
    .digest('base64')

const notAudited = (cause: unknown) =>
  new AppError(
    {
      code: 'UNAVAILABLE',
      message: 'The audit log could not be written, so nothing was read: this Lifeguard notes who looks at whom.',
      hint: 'Check the disk and the database of Lifeguard, then try again.',
    },
    { cause },
  )
