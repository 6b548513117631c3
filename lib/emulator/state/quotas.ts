/** Calls a second, for each Region and account, as the developer guide's quota page gives them. */
export const PUBLISHED_QUOTAS: { readonly [operation: string]: number } = {
  GetId: 25,
  GetOpenIdToken: 200,
  GetCredentialsForIdentity: 200,
  GetOpenIdTokenForDeveloperIdentity: 50,
  ListIdentities: 5,
  DeleteIdentities: 10,
  TagResource: 5,
  UntagResource: 5,
  ListTagsForResource: 10,
}

interface Bucket {
  tokens: number
  at: number
}

/** Calls a second by operation; one that is not named has no limit. */
export interface Rates {
  readonly [operation: string]: number
}

/** One token bucket for each operation and Region; a second's worth of calls may come at once. */
export class Quotas {
  readonly #first: Rates
  #rates: Rates
  readonly #time: () => number
  readonly #buckets = new Map<string, Bucket>()

  /** `time`: milliseconds that only go forward. */
  constructor(rates: Rates, time: () => number = () => performance.now()) {
    this.#first = rates
    this.#rates = rates
    this.#time = time
  }

  list(): Rates {
    return this.#rates
  }

  /** From now on these are all; what a bucket holds beyond its new rate is gone. */
  set(rates: Rates) {
    this.#rates = rates
  }

  /** Changes the rates of these operations; null takes their limit away. */
  change(rates: { readonly [operation: string]: number | null }) {
    const changed = Object.entries({ ...this.#rates, ...rates })
    this.#rates = Object.fromEntries(changed.filter((entry): entry is [string, number] => entry[1] !== null))
  }

  /** So many times those of the start. */
  scale(factor: number) {
    this.#rates = Object.fromEntries(Object.entries(this.#first).map(([operation, rate]) => [operation, rate * factor]))
  }

  /** Those of the start again. */
  reset() {
    this.#rates = this.#first
  }

  /** False when the call is over the quota. */
  take(operation: string, region: string): boolean {
    const rate = this.#rates[operation]
    if (rate === undefined) return true
    const burst = Math.max(1, rate)
    const now = this.#time()
    const key = `${region} ${operation}`
    const bucket = this.#buckets.get(key) ?? { tokens: burst, at: now }
    const tokens = Math.min(burst, bucket.tokens + ((now - bucket.at) / 1000) * rate)
    this.#buckets.set(key, { tokens: tokens >= 1 ? tokens - 1 : tokens, at: now })
    return tokens >= 1
  }
}
