import 'server-only'
import { AppError } from '../core/errors.ts'
import { fingerprint } from './fingerprint.ts'

type Replacement<D> = {
  /** The fingerprint of what the operator saw. */
  seen: string
  /** Reads the whole configuration as the service has it. */
  read: () => Promise<D>
  /** The same configuration with the operator's change, nothing left out. */
  change: (present: D) => D
  /** Sends the whole configuration. */
  write: (next: D) => Promise<unknown>
  /** Read again after the write, for the audit and the page. */
  before: (present: D) => void
  after: (present: D) => void
}

const ATTEMPTS = 4

/**
 * Replaces a configuration that the service only takes whole: read, compare with what the operator saw, change, send
 * everything, read again. A `ConcurrentModificationException` starts it over. Errors: `CONFLICT` when the configuration
 * is not what the operator saw; nothing was changed then.
 */
export async function replaceConfiguration<D>(replacement: Replacement<D>): Promise<D> {
  for (let attempt = 1; ; attempt += 1) {
    const present = await replacement.read()
    if (fingerprint(present) !== replacement.seen) throw moved()
    replacement.before(present)
    try {
      await replacement.write(replacement.change(present))
    } catch (error) {
      if (attempt < ATTEMPTS && isConcurrentModification(error)) continue
      throw error
    }
    const next = await replacement.read()
    replacement.after(next)
    return next
  }
}

const moved = () =>
  new AppError({
    code: 'CONFLICT',
    message: 'Somebody changed this meanwhile, so nothing was saved.',
    hint: 'Look at their change, then apply yours to it again.',
  })

const isConcurrentModification = (error: unknown): boolean =>
  error instanceof AppError && error.shape.awsName === 'ConcurrentModificationException'
