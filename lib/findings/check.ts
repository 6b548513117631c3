import type { ErrorShape } from '../core/errors.ts'
import type { FindingForm } from '../core/paths.ts'
import type { Facts, PoolReading, Source } from './snapshot.ts'

/** From worst to least. */
export const severities = ['critical', 'high', 'medium', 'low'] as const
export type Severity = (typeof severities)[number]

/** One place where a check found something. */
export type Trace = {
  /** What of the pool it is about, such as a provider's name; empty when there can be only one. Stable over time. */
  subject: string
  /** What was read, as a sentence. */
  evidence: string
  /** A policy of IAM to copy that ends it. */
  policy?: string
}

type CheckText = {
  /** Stable: suppressions, exports and the documentation name it. */
  id: string
  severity: Severity
  title: string
  /** The tab of the pool that does it. */
  form: FindingForm
  /** The same check elsewhere, such as `Security Hub Cognito.2`. */
  counterparts: readonly string[]
}

export type Outcome =
  | { ran: true; traces: Trace[]; note: string | null }
  /** Something it looks at could not be read. */
  | { ran: false; error: ErrorShape }

/** What its button says: a form mends it, History only tells of it. */
export const remedyWord = ({ form }: Pick<CheckText, 'form'>): string => (form === 'history' ? 'Look' : 'Fix')

export type Check = CheckText & { reads: readonly Source[]; run: (snapshot: PoolReading) => Outcome }

type Definition<S extends Source> = CheckText & {
  /** What it looks at besides the pool's own configuration. */
  reads: readonly S[]
  find: (facts: Pick<Facts, 'pool' | S>) => Trace[]
  /** What the check could not see although it ran, or null. */
  note?: (facts: Pick<Facts, 'pool' | S>) => string | null
}

/** A check that runs when all it reads is known, and otherwise says why it did not. */
export function defineCheck<S extends Source = never>({ find, note, ...definition }: Definition<S>): Check {
  return {
    ...definition,
    run(snapshot) {
      const facts: Partial<Facts> = { pool: snapshot.pool }
      for (const source of definition.reads) {
        const read = snapshot[source]
        if (!read.known) return { ran: false, error: read.error }
        Object.assign(facts, { [source]: read.value })
      }
      const known = facts as Pick<Facts, 'pool' | S>
      return { ran: true, traces: find(known), note: note?.(known) ?? null }
    },
  }
}
