import 'server-only'
import { setTimeout as pause } from 'node:timers/promises'
import { AppError } from '../core/errors.ts'
import { diffFacts, type Fact } from './facts.ts'
import { fingerprint } from './fingerprint.ts'
import type { Saved } from './saved.ts'

type Replacement<D, T> = {
  /** The fingerprint of what the operator saw. */
  seen: string
  /** Reads the whole configuration as the service has it. */
  read: () => Promise<D>
  /** The same configuration with the operator's change, nothing left out. */
  change: (present: D) => D
  /** Sends it; answers what the service says that it has now, or nothing where it does not say. */
  write: (next: D, present: D) => Promise<D | null>
  /** The configuration as the console has it, for the page and the audit, and as facts. */
  toValue: (configuration: D) => T
  factsOf: (value: T) => Fact[]
  audit: { before: (state: T) => void; after: (state: T) => void }
}

/** Between the attempts: another change of the same thing takes a moment. */
const PAUSES_MS = [200, 500, 1000]

/**
 * Replaces a configuration that the service only takes whole: read, compare with what the operator saw, change, send
 * everything, compare the answer with what was asked. A `ConcurrentModificationException` starts it over after a pause. Errors:
 * `CONFLICT` when the configuration is not what the operator saw; nothing was changed then.
 */
export async function replaceConfiguration<D, T>(replacement: Replacement<D, T>): Promise<Saved<T>> {
  const { seen, read, change, write, toValue, factsOf, audit } = replacement
  for (let attempt = 0; ; attempt += 1) {
    const present = await read()
    if (fingerprint(present) !== seen) throw moved()
    audit.before(toValue(present))
    const asked = change(present)
    let answered: D | null
    try {
      answered = await write(asked, present)
    } catch (error) {
      const milliseconds = PAUSES_MS[attempt]
      if (milliseconds === undefined || !isConcurrentModification(error)) throw error
      await pause(milliseconds)
      continue
    }
    const next = answered ?? (await read().catch(() => null))
    audit.after(toValue(next ?? asked))
    if (next === null) return { value: null, untaken: [] }
    const value = toValue(next)
    return { value, untaken: diffFacts(factsOf(toValue(asked)), factsOf(value)) }
  }
}

const moved = () =>
  new AppError({
    code: 'CONFLICT',
    message: 'Somebody changed this meanwhile.',
    hint: 'Look at their change, then apply yours to it again.',
  })

const isConcurrentModification = (error: unknown): boolean =>
  error instanceof AppError && error.shape.awsName === 'ConcurrentModificationException'
