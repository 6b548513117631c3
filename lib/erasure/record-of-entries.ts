import { z } from 'zod'
import { ERASED_TRACES } from './erased-identity.ts'
import type { ErasureRecord, RecordedConnection, RecordedIdentity, RecordedTraces } from './erasure-record.ts'
import { outcomeAfter } from './outcome-after.ts'
import { keyOf, unsearchedReasons, type Unsearched } from './person-search.ts'

/** An operation of an erasure as the log has it, what names a person put back where it is still there. */
export type LoggedAct = {
  operation: string
  connectionId: string
  connectionName: string
  region: string | null
  by: { name: string; role: string }
  identityIds: string[]
  startedAt: number
  endedAt: number | null
  outcome: string | null
  requestId: string | null
  error: string | null
  reason: string | null
  input: unknown
  before: unknown
  after: unknown
}

const texts = z.array(z.string()).nullable().catch(null)
const beforeSchema = z.object({
  identities: z.array(
    z.object({
      identityId: z.string(),
      poolId: z.string().nullable(),
      state: z.enum(['guest', 'authenticated', 'disabled']),
      logins: texts,
      userIdentifiers: texts,
      createdAt: z.number().nullable(),
      modifiedAt: z.number().nullable(),
    }),
  ),
})
const afterSchema = z.object({
  checkedAt: z.number(),
  refused: z.array(z.object({ identityId: z.string(), code: z.string() })),
  readBack: z.array(
    z.object({ identityId: z.string(), now: z.enum(['gone', 'there', 'unread']), wasGone: z.boolean() }),
  ),
})
const inputSchema = z.object({
  identityIds: z.array(z.string()),
  fromLog: z.boolean(),
  searchedBy: z
    .object({
      identifiers: z.array(z.string()),
      givenIds: z.array(z.string()),
      pools: z.array(z.object({ poolId: z.string(), name: z.string() })),
    })
    .nullable()
    .catch(null),
  search: z.object({
    regions: z.array(z.string()),
    pools: z.number(),
    notesLeft: z.number().default(0),
    unsearched: z.array(
      z.object({ why: z.enum(unsearchedReasons), region: z.string().nullable(), poolId: z.string().nullable() }),
    ),
  }),
})

/** The record of an erasure out of the entries of its run, oldest first; what they no longer say is null. */
export function recordOfEntries(runId: string, acts: readonly LoggedAct[]): ErasureRecord {
  const identities = new Map<string, RecordedIdentity>()
  const connections = new Map<string, RecordedConnection>()
  const unsearched: Unsearched[] = []
  for (const act of acts) {
    if (act.operation === 'DeleteIdentities') addDeletion(identities, act)
    else addTraces({ identities, connections, unsearched }, act)
  }
  const searched = acts.flatMap(({ input }) => inputSchema.safeParse(input).data?.searchedBy ?? []).at(-1) ?? null
  const pools = new Map(searched?.pools.map(({ poolId, name }) => [poolId, name]))
  const nameOf = (poolId: string | null) => (poolId === null ? null : (pools.get(poolId) ?? null))
  const [first] = acts
  const ends = acts.map(({ endedAt, startedAt }) => endedAt ?? startedAt)
  return {
    runId,
    by: first?.by ?? { name: '', role: '' },
    startedAt: first?.startedAt ?? 0,
    endedAt: Math.max(...ends),
    reason: acts.findLast(({ reason }) => reason !== null)?.reason ?? null,
    identifiers: searched?.identifiers ?? null,
    givenIds: searched?.givenIds ?? null,
    notes: [],
    identities: [...identities.values()].map((one) => ({ ...one, poolName: nameOf(one.poolId) })),
    connections: [...connections.values()],
    unsearched: unsearched.map((place) => ({ ...place, poolName: nameOf(place.poolId) })),
  }
}

function addDeletion(identities: Map<string, RecordedIdentity>, act: LoggedAct) {
  const before = beforeSchema.safeParse(act.before).data?.identities ?? []
  const after = afterSchema.safeParse(act.after).data
  for (const identityId of act.identityIds) {
    const key = keyOf({ connectionId: act.connectionId, identityId })
    const known = identities.get(key) ?? unseen(act.connectionId, identityId)
    const was = before.find((one) => one.identityId === identityId)
    const now = after?.readBack.find((one) => one.identityId === identityId)
    const refused = after?.refused.find((one) => one.identityId === identityId)?.code ?? null
    const ended = now
      ? {
          ...outcomeAfter({ ...now, refused }, known.outcome),
          requestId: act.requestId,
          checkedAt: after?.checkedAt ?? null,
        }
      : act.outcome === 'failed'
        ? { outcome: 'not sent' as const, detail: act.error }
        : { outcome: 'unknown' as const, detail: act.error ?? 'No answer came.' }
    identities.set(key, { ...known, ...was, ...ended })
  }
}

type Parts = {
  identities: Map<string, RecordedIdentity>
  connections: Map<string, RecordedConnection>
  unsearched: Unsearched[]
}

function addTraces({ identities, connections, unsearched }: Parts, act: LoggedAct) {
  const input = inputSchema.safeParse(act.input).data
  const erased = ERASED_TRACES.safeParse(act.after).data
  const { connectionId } = act
  const known = connections.get(connectionId)
  const traces: RecordedTraces =
    act.outcome === 'succeeded' && erased
      ? { state: 'done', fromLog: input?.fromLog ?? false, erased }
      : { state: 'failed', message: act.error ?? 'Nobody recorded how it ended.' }
  const { regions = [], pools = 0, notesLeft = 0 } = input?.search ?? {}
  connections.set(connectionId, { connectionId, name: act.connectionName, regions, pools, notesLeft, traces })
  for (const identityId of input?.identityIds ?? []) {
    const key = keyOf({ connectionId, identityId })
    if (!identities.has(key)) identities.set(key, { ...unseen(connectionId, identityId), outcome: 'gone before' })
  }
  if (known) return
  for (const place of input?.search.unsearched ?? [])
    unsearched.push({ ...place, connectionId, poolName: null, detail: null })
}

const unseen = (connectionId: string, identityId: string): RecordedIdentity => ({
  connectionId,
  alsoIn: [],
  identityId,
  poolId: null,
  poolName: null,
  state: null,
  logins: null,
  userIdentifiers: null,
  createdAt: null,
  modifiedAt: null,
  foundBy: [],
  outcome: 'unknown',
  detail: null,
  requestId: null,
  checkedAt: null,
})
