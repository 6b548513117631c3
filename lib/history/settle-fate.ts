import 'server-only'
import type { Cognito } from '../aws/send.ts'
import type { IdentityRef } from '../core/refs.ts'
import { lookupUsers } from '../developer-identities/service.ts'
import { readIdentity } from '../identities/service.ts'
import { readIdentityFate, type IdentityFate, type Merged } from './identity-fate.ts'
import { readMergesInDoubt, type MergeInDoubt } from './merges-in-doubt.ts'

/** `turned`: it was done, and the other of the two stayed. */
type Shown = 'done' | 'turned' | 'not done' | 'nothing'

/** What became of an identity; a merge whose answer never came counts where the service shows that it was done. */
export async function settledFate(cognito: Cognito, ref: IdentityRef): Promise<IdentityFate> {
  const [fate, doubts] = await Promise.all([readIdentityFate(ref), readMergesInDoubt(ref)])
  const { identityId } = ref
  const known = new Set([fate.mergedInto, ...fate.mergedFrom].flatMap((one) => (one ? [one.identityId] : [])))
  for (const doubt of doubts) {
    const isMoving = doubt.moves.identityId === identityId
    const other = (isMoving ? doubt.stays : doubt.moves).identityId
    if (known.has(other)) continue
    known.add(other)
    const shown = await shownOf(cognito, doubt).catch((): Shown => 'nothing')
    const { operationId, by, at, poolId } = doubt
    const merged: Merged = { operationId, by, at, poolId, identityId: other }
    const isInto = isMoving === (shown !== 'turned')
    if (shown === 'nothing') (isMoving ? fate.mayHaveMergedInto : fate.mayHaveMergedFrom).push(merged)
    else if (shown !== 'not done' && isInto) fate.mergedInto ??= merged
    else if (shown !== 'not done') fate.mergedFrom.push(merged)
    if (shown === 'done' || shown === 'turned') fate.poolId ??= poolId
  }
  fate.mergedFrom.sort((one, next) => next.at - one.at)
  return fate
}

/** The emptied identity is disabled, and who led to it leads to the other one. */
async function shownOf(cognito: Cognito, { poolId, stays, moves, login }: MergeInDoubt): Promise<Shown> {
  const [staying, moving] = [
    await readIdentity(cognito, stays.identityId),
    await readIdentity(cognito, moves.identityId),
  ]
  if (staying.state !== 'disabled' && moving.state !== 'disabled') return 'not done'
  if (staying.state === 'disabled' && moving.state === 'disabled') return 'nothing'
  const isTurned = staying.state === 'disabled'
  const kept = isTurned ? moving : staying
  const { user } = isTurned ? stays : moves
  if (user !== null && poolId !== null) {
    const { identityId } = await lookupUsers(cognito, poolId, { userIdentifier: user })
    return identityId !== kept.identityId ? 'nothing' : isTurned ? 'turned' : 'done'
  }
  if (!isTurned && login !== null && !kept.logins.includes(login)) return 'nothing'
  return isTurned ? 'turned' : 'done'
}
