import 'server-only'
import type { Connection } from '../config/schema.ts'
import { defaultQuotas } from '../core/limits.ts'

type Place = { connection: Pick<Connection, 'id' | 'accountId' | 'quotas'>; region: string; operation: string }
export type CallOutcome = 'answered' | 'refused' | 'throttled' | 'unanswered'

/** What passed in one quota's gate since the start. */
export type Passed = Record<CallOutcome, number>

const holder = globalThis as typeof globalThis & { lifeguardPassed?: Map<string, Passed> }
const passed = (holder.lifeguardPassed ??= new Map<string, Passed>())

/** A quota is the account's where that is known, in one Region, of one operation. */
const keyOf = ({ connection, region, operation }: Place) =>
  [connection.accountId ?? connection.id, region, operation].join(' ')

/** Calls a second: the connection's own setting, else what AWS publishes, else null. */
const quotaOf = ({ connection, operation }: Pick<Place, 'connection' | 'operation'>): number | null =>
  connection.quotas[operation] ?? defaultQuotas[operation] ?? null

/** Every call reports how it ended, those of people who browse included. */
export function report(place: Place, outcome: CallOutcome): void {
  const counts = passedBy(place)
  counts[outcome] += 1
}

function passedBy(place: Place): Passed {
  const key = keyOf(place)
  const counts = passed.get(key) ?? { answered: 0, refused: 0, throttled: 0, unanswered: 0 }
  passed.set(key, counts)
  return counts
}

const UNKNOWN_QUOTA = 5

/** Milliseconds until a throttled call may pass: two calls' worth of its quota, at least a second. */
export function delayAfterThrottle(place: Pick<Place, 'connection' | 'operation'>): number {
  const quota = quotaOf(place) ?? UNKNOWN_QUOTA
  return Math.max(1_000, Math.ceil(2_000 / quota)) + Math.floor(Math.random() * 250)
}
