import 'server-only'
import type { Cognito } from '../aws/send.ts'
import { deleteByIds } from '../identities/service.ts'
import { CHANGED, changeSince, type SeenIdentity } from '../identities/seen-identity.ts'
import type { ErasedIdentities, IdentityBefore, Presence } from './erased-identity.ts'
import { identityOrGone, usersOf } from './look-at-identity.ts'

type Asked = { identityIds: readonly string[]; homes: ReadonlyMap<string, string> }

/** The identities as they are, their users included; one that is gone is left out. */
export async function lookAtAll(cognito: Cognito, { identityIds, homes }: Asked): Promise<IdentityBefore[]> {
  const looked: IdentityBefore[] = []
  for (const identityId of identityIds) {
    const poolId = homes.get(identityId) ?? null
    const identity = await identityOrGone(cognito, identityId)
    if (identity) looked.push({ ...identity, poolId, userIdentifiers: await usersOf(cognito, poolId, identityId) })
  }
  return looked
}

type Looked = { identityIds: readonly string[]; present: readonly IdentityBefore[]; seen: readonly SeenIdentity[] }

/** Deletes those that are there as they were seen and reads each back, whatever the deletion answered. */
export async function deleteAndReadBack(
  cognito: Cognito,
  { identityIds, present, seen }: Looked,
): Promise<ErasedIdentities> {
  const before = new Map(present.map((one) => [one.identityId, one]))
  const changed = seen.flatMap((one) => {
    const now = before.get(one.identityId)
    return now && changeSince(one, now) !== null ? [one.identityId] : []
  })
  const ids = present.flatMap(({ identityId }) => (changed.includes(identityId) ? [] : [identityId]))
  const answer = await deleteByIds(cognito, ids)
  const refused = new Map<string, string>([
    ...changed.map((id) => [id, CHANGED] as const),
    ...answer.refused.map(({ identityId, code }) => [identityId, code] as const),
  ])
  const identities = []
  for (const identityId of identityIds) {
    const was = before.get(identityId) ?? null
    const isLeft = refused.get(identityId) === CHANGED
    const now: Presence = was === null ? 'gone' : isLeft ? 'there' : await presenceOf(cognito, identityId)
    identities.push({ identityId, before: was, refused: refused.get(identityId) ?? null, now })
  }
  return { identities, requestId: answer.requestId, checkedAt: Date.now() }
}

async function presenceOf(cognito: Cognito, identityId: string): Promise<Presence> {
  try {
    return (await identityOrGone(cognito, identityId)) === null ? 'gone' : 'there'
  } catch {
    return 'unread'
  }
}
