import 'server-only'
import { setTimeout as wait } from 'node:timers/promises'
import type { Cognito } from '../aws/send.ts'
import { asTheyCome } from '../core/as-they-come.ts'
import { errorShape } from '../core/errors.ts'
import { loginProvider } from '../login-providers/login-provider.ts'
import { readPool } from '../pools/service.ts'
import type { Identity } from './identity.ts'
import { changeSince, type SeenIdentity } from './seen-identity.ts'
import { readIdentity, readUsersOf } from './service.ts'

/** What is kept of an identity that goes; what is not there is not known, and `notRead` says of what that failed. */
export type DeletionEvidence = { identityId: string } & Partial<Identity> & {
    userIdentifiers?: string[]
    notRead?: Record<string, string>
  }

const AT_ONCE = 8
/** The deletion does not wait longer for what it would be good to know. */
const PATIENCE_MS = 10_000
const REPEATS = 2

type Asked = { identityIds: readonly string[]; seen: ReadonlyMap<string, Identity>; poolId: string | null }

/** Logins and developer users of identities that are about to be deleted, as far as they can be read in time. It never fails. */
export async function lookUpEvidence(cognito: Cognito, { identityIds, seen, poolId }: Asked) {
  const read = within(Date.now() + PATIENCE_MS)
  const provider =
    poolId === null ? null : await read(async () => (await readPool(cognito, poolId)).developerProviderName)
  const developers = async (identityId: string, logins: readonly string[] | null) => {
    const has = (name: string) => logins === null || logins.includes(name)
    if (poolId === null || provider === null)
      return logins?.some((name) => loginProvider(name).kind === 'developer') ? { code: 'NO_POOL' } : null
    if ('code' in provider) return provider
    if (provider.value === null || !has(provider.value)) return null
    return read(() => readUsersOf(cognito, poolId, identityId))
  }
  const evidenceOf = async (identityId: string): Promise<DeletionEvidence> => {
    const described = await read(() => readIdentity(cognito, identityId))
    const identity = 'value' in described ? described.value : (seen.get(identityId) ?? null)
    const users = await developers(identityId, identity?.logins ?? null)
    const failed = Object.entries({ logins: described, userIdentifiers: users }).flatMap(([what, answer]) =>
      answer && 'code' in answer ? [[what, answer.code] as const] : [],
    )
    return {
      identityId,
      ...identity,
      ...(users && 'value' in users && { userIdentifiers: users.value }),
      ...(failed.length > 0 && { notRead: Object.fromEntries(failed) }),
    }
  }
  const found = new Map<string, DeletionEvidence>()
  for await (const one of asTheyCome([...new Set(identityIds)], AT_ONCE, evidenceOf)) found.set(one.identityId, one)
  return identityIds.flatMap((id) => found.get(id) ?? [])
}

/** How identities are other than they were seen, by their id. One that is gone by now cannot be. */
export function changedEvidence(
  seen: readonly SeenIdentity[],
  evidence: readonly DeletionEvidence[],
): ReadonlyMap<string, string> {
  const found = new Map(evidence.map((one) => [one.identityId, one]))
  return new Map(
    seen.flatMap((one): [string, string][] => {
      const { notRead = {}, userIdentifiers = [], ...present } = found.get(one.identityId) ?? {}
      if (!found.has(one.identityId) || notRead.logins === 'NOT_FOUND') return []
      const users = notRead.userIdentifiers === undefined ? { userIdentifiers } : {}
      const change = changeSince(one, { ...present, ...users })
      return change === null ? [] : [[one.identityId, change]]
    }),
  )
}

type Answer<T> = { value: T } | { code: string }

/** Reads until then, waits out a throttle now and again, and tells a failure by its code. */
function within(deadline: number) {
  return async <T>(read: () => Promise<T>): Promise<Answer<T>> => {
    for (let repeats = 0; ; repeats += 1) {
      if (Date.now() > deadline) return { code: 'NO_TIME' }
      try {
        return { value: await read() }
      } catch (error) {
        const { code, retryAfter } = errorShape(error)
        const isOver = repeats === REPEATS || Date.now() + (retryAfter ?? 0) > deadline
        if (code !== 'THROTTLED' || isOver) return { code }
        await wait(retryAfter ?? 1_000)
      }
    }
  }
}
