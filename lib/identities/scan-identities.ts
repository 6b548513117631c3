import { throttleDelay } from '../client/throttle.ts'
import { everyPage } from '../core/every-page.ts'
import type { IdentityPage, IdentityState } from './identity.ts'

/** How many identities of each state were seen. */
export type IdentityCounts = Record<IdentityState, number>

export type ScanSteps = {
  /** One page of the pool's identities; throws an `AppError`. */
  listPage: (cursor: string | undefined) => Promise<IdentityPage>
  /** Resolves after so many milliseconds, or at once when stopped. */
  wait: (milliseconds: number, signal: AbortSignal) => Promise<void>
  changed: (counts: IdentityCounts) => void
}

export const noIdentities: IdentityCounts = { guest: 0, authenticated: 0, disabled: 0 }

export const sumOf = ({ guest, authenticated, disabled }: IdentityCounts): number => guest + authenticated + disabled

/**
 * Counts a pool's identities page by page, as the service tells no number. Answers whether it came to the end; a
 * throttle is waited out. Throws the `AppError` of a page that could not be read; what was counted till then was told.
 */
export async function scanIdentities(steps: ScanSteps, signal: AbortSignal): Promise<boolean> {
  let counts = noIdentities
  for await (const page of everyPage((cursor) => readPage(steps, cursor, signal))) {
    if (signal.aborted) return false
    counts = { ...counts }
    for (const { state } of page.identities) counts[state] += 1
    steps.changed(counts)
  }
  return true
}

/** An empty end when stopped. */
async function readPage(steps: ScanSteps, cursor: string | undefined, signal: AbortSignal): Promise<IdentityPage> {
  while (!signal.aborted) {
    try {
      return await steps.listPage(cursor)
    } catch (error) {
      const delay = throttleDelay(error)
      if (delay === null) throw error
      await steps.wait(delay, signal)
    }
  }
  return { identities: [], nextCursor: null }
}
