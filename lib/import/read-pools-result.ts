import type { DescribedPool } from './described/described-pool.ts'
import type { Answers } from './told/told.ts'

/** A described pool with the name by which it is chosen. */
export type FoundPool = DescribedPool & { label: string }

/** What a text describes; `said` is what it says of things that descriptions ask for, as files of variables do. */
export type ReadPools =
  | { ok: true; source: string; pools: FoundPool[]; said: Answers }
  /** Why the text was not understood, in a sentence. */
  | { ok: false; problem: string; said?: Answers }
