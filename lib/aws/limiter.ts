import 'server-only'
import { setTimeout as wait } from 'node:timers/promises'
import { config } from '../config/config.ts'
import type { Connection } from '../config/schema.ts'
import { defaultQuotas } from '../core/limits.ts'
import type { Sample } from '../metrics/sampled.ts'
import { createRate, type Pass, type Rate } from './rate.ts'

type Place = { connection: Pick<Connection, 'id' | 'accountId' | 'quotas' | 'kind'>; region: string; operation: string }
export type CallOutcome = 'answered' | 'refused' | 'throttled' | 'unanswered'

/** What passed in one quota's gate since the start. */
export type Passed = Record<CallOutcome, number>

/** The gate of one quota: bulk work waits here for its turns, in their order, and browsing goes first. */
export type Limiter = {
  /** Resolves when a call may go; null when stopped before that. */
  turn: (signal: AbortSignal) => Promise<Pass | null>
  throttled: (pass: Pass) => void
  perSecond: () => number
}

type Gate = Limiter & { place: Place; rate: Rate; passed: Passed }

const holder = globalThis as typeof globalThis & { lifeguardGates?: Map<string, Gate> }
const gates = (holder.lifeguardGates ??= new Map<string, Gate>())

/** Of a quota that bulk work asks for; the rest is for whoever browses, also on other copies of the console. */
const SHARE = { alone: 0.985, among: 0.965 }

/** A quota is the account's where that is known, in one Region, of one operation. */
export const quotaKeyOf = ({ connection, region, operation }: Omit<Place, 'connection'> & { connection: Account }) =>
  [connection.accountId ?? connection.id, region, operation].join(' ')

type Account = Pick<Connection, 'id' | 'accountId'>

/** Calls a second: the connection's own setting, else what AWS publishes, else null. */
const quotaOf = ({ connection, operation }: Pick<Call, 'connection' | 'operation'>): number | null =>
  connection.quotas[operation] ?? defaultQuotas[operation] ?? null

type Call = { connection: Pick<Connection, 'quotas'>; operation: string }

/** Every call reports how it ended, those of people who browse included. `isBulk`: it had its turn at the limiter. */
export function report(place: Place, outcome: CallOutcome, isBulk: boolean): void {
  const { passed, rate } = gateOf(place)
  passed[outcome] += 1
  if (isBulk) {
    if (outcome !== 'throttled') rate.answered()
  } else rate.heard(outcome === 'throttled' ? 'throttled' : 'answered')
}

/** The one limiter of a quota in this process. */
export const limiterOf = (place: Place): Limiter => gateOf(place)

function gateOf(place: Place): Gate {
  const key = quotaKeyOf(place)
  const gate = gates.get(key) ?? createGate(place)
  gates.set(key, gate)
  return gate
}

/** Calls a second, or null: what others than AWS take is not published, only the connection's own setting says it. */
export const knownQuota = ({ connection, operation }: Omit<Place, 'region'>): number | null =>
  connection.kind === 'aws' ? quotaOf({ connection, operation }) : (connection.quotas[operation] ?? null)

function ceilingOf(place: Place): number | null {
  const quota = knownQuota(place)
  return quota === null ? null : quota * (config().databaseUrl === null ? SHARE.alone : SHARE.among)
}

function createGate(place: Place): Gate {
  const rate = createRate({ ceiling: ceilingOf(place), now: () => performance.now() })
  let last: Promise<unknown> = Promise.resolve()
  const turnOf = async (signal: AbortSignal): Promise<Pass | null> => {
    const left = () => (signal.aborted ? 0 : rate.nextAt() - performance.now())
    // Looked at again after each wait: a throttle or somebody who browses may have moved it.
    for (let time = left(); time > 0; time = left()) await wait(time, undefined, { signal }).catch(() => null)
    return signal.aborted ? null : rate.pass()
  }
  return {
    place,
    rate,
    passed: { answered: 0, refused: 0, throttled: 0, unanswered: 0 },
    turn(signal) {
      const turn = last.then(() => turnOf(signal))
      last = turn
      return turn
    },
    throttled: rate.throttled,
    perSecond: rate.perSecond,
  }
}

/** How fast calls go of each quota that bounds them, for who watches. */
export const limiterSamples = (): Sample[] =>
  [...gates.values()].flatMap(({ place: { connection, region, operation }, perSecond }) =>
    Number.isFinite(perSecond())
      ? [{ labels: { connection: connection.id, region, operation }, value: perSecond() }]
      : [],
  )

const UNKNOWN_QUOTA = 5

/** Milliseconds until a throttled call may pass: two calls' worth of its quota, at least a second. */
export function delayAfterThrottle(call: Call): number {
  const quota = quotaOf(call) ?? UNKNOWN_QUOTA
  return Math.max(1_000, Math.ceil(2_000 / quota)) + Math.floor(Math.random() * 250)
}
