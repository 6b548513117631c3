import { ServiceError } from './errors.ts'

/** What became of an operation's calls: `throttled` are those over a quota, or refused as if they were. */
export interface CallCounts {
  answered: number
  throttled: number
  failed: number
}

/** Cognito’s name for it, and that of IAM and STS. */
const THROTTLES = ['TooManyRequestsException', 'Throttling']

/** How often each operation was called. */
export class Calls {
  #counts = new Map<string, CallCounts>()

  /** Runs a call and counts it by its end. */
  async counted<T>(operation: string, run: () => Promise<T>): Promise<T> {
    const counts = this.#counts.get(operation) ?? { answered: 0, throttled: 0, failed: 0 }
    this.#counts.set(operation, counts)
    try {
      const answer = await run()
      counts.answered += 1
      return answer
    } catch (error) {
      const isThrottle = error instanceof ServiceError && THROTTLES.includes(error.name)
      counts[isThrottle ? 'throttled' : 'failed'] += 1
      throw error
    }
  }

  clear() {
    this.#counts = new Map()
  }

  list(): { [operation: string]: CallCounts } {
    return Object.fromEntries([...this.#counts].map(([operation, counts]) => [operation, { ...counts }]))
  }
}
