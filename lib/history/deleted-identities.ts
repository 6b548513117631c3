import { z } from 'zod'
import type { Fact } from '../facts/facts.ts'
import { loginLabel } from '../login-providers/login-label.ts'

/** A list, or the words that stand for one that was erased or never read. */
const list = z.union([z.array(z.string()), z.string()]).nullish()

const identityShape = z.object({
  identityId: z.string(),
  state: z.string().nullish(),
  logins: list,
  userIdentifiers: list,
  createdAt: z.number().nullish(),
  modifiedAt: z.number().nullish(),
  notRead: z.record(z.string(), z.string()).optional(),
})

const beforeShape = z.strictObject({ identities: z.array(identityShape) })
const afterShape = z.strictObject({
  deleted: z.array(z.string()),
  refused: z.array(z.object({ identityId: z.string(), code: z.string() })),
  /** Of an erasure, which looks again. */
  readBack: z.array(z.object({ identityId: z.string(), now: z.string(), wasGone: z.boolean() })).optional(),
  checkedAt: z.number().optional(),
})

/** Of a batch of a job, which names its identities in the entry alone. */
const batchShape = z.strictObject({
  done: z.number(),
  refused: z.array(z.object({ identityId: z.string(), code: z.string() })),
})

/** What a deletion of identities kept of them, and what became of it, as facts; null for anything else. */
export function deletedIdentityFacts(kept: unknown): Fact[] | null {
  const before = beforeShape.safeParse(kept)
  if (before.success) return before.data.identities.map((identity) => fact(identity.identityId, told(identity)))
  const batch = batchShape.safeParse(kept)
  if (batch.success) {
    const { done, refused } = batch.data
    return [cameTo(done, refused.length), ...refused.map(asRefused)]
  }
  const after = afterShape.safeParse(kept)
  if (!after.success) return null
  const { deleted, refused, readBack = [] } = after.data
  return [
    cameTo(deleted.length, refused.length),
    ...refused.map(asRefused),
    ...readBack
      .filter(({ identityId }) => !refused.some((one) => one.identityId === identityId))
      .map(({ identityId, now, wasGone }) => fact(identityId, wasGone ? 'gone before' : (READ_BACK[now] ?? now))),
  ]
}

const cameTo = (deleted: number, refused: number): Fact => ({
  key: 'deletion',
  label: 'Deletion',
  value: `${deleted} deleted, ${refused} refused`,
})

const asRefused = ({ identityId, code }: { identityId: string; code: string }): Fact =>
  fact(identityId, `Refused (${code})`)

const READ_BACK: Readonly<Record<string, string>> = {
  gone: 'gone when looked for again',
  there: 'still there when looked for again',
  unread: 'could not be looked for again',
}

const fact = (identityId: string, value: string): Fact => ({
  key: `identity ${identityId}`,
  label: `Identity ${identityId}`,
  value,
})

function told({ state, createdAt, modifiedAt, notRead = {}, ...lists }: z.infer<typeof identityShape>): string {
  const parts = [
    state && `${state.charAt(0).toUpperCase()}${state.slice(1)}`,
    words('logins', lists.logins, notRead.logins, loginLabel),
    words('developer users', lists.userIdentifiers, notRead.userIdentifiers, String),
    createdAt && `created ${dayOf(createdAt)}`,
    modifiedAt && `changed ${dayOf(modifiedAt)}`,
  ]
  return parts.filter(Boolean).join('; ') || 'Nothing was known of it'
}

type List = z.infer<typeof list>

function words(what: string, kept: List, code: string | undefined, label: (name: string) => string) {
  if (typeof kept === 'string') return `${what} ${kept}`
  if (kept && kept.length > 0) return `${what} ${kept.map(label).join(', ')}`
  return code !== undefined && `${what} could not be read (${reasons[code] ?? code})`
}

const reasons: Readonly<Record<string, string>> = { NO_POOL: 'no pool is known', NO_TIME: 'there was no time' }

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10)
