import { z } from 'zod'
import type { IdentityState } from '../identities/identity.ts'

/** An identity as it was before it was deleted. Dates are epoch milliseconds. */
export type IdentityBefore = {
  identityId: string
  poolId: string | null
  state: IdentityState
  logins: string[]
  userIdentifiers: string[]
  createdAt: number | null
  modifiedAt: number | null
}

/** `gone`: the service knows it no more. `there`: it still does. `unread`: whether it does could not be read. */
export type Presence = 'gone' | 'there' | 'unread'

/** What one call made of an identity. `before` is null when it was gone already; `refused` is the service's code. */
export type ErasedIdentity = {
  identityId: string
  before: IdentityBefore | null
  refused: string | null
  now: Presence
}

/** The answer of one deletion that was read back. `requestId` is null when nothing had to be sent. */
export type ErasedIdentities = { identities: ErasedIdentity[]; requestId: string | null; checkedAt: number }

/**
 * What was erased on one connection besides its identities. `notesChanged`: notes of others that
 * were edited or deleted since they were chosen. `listed`: lines of lists that jobs keep. `mapped`: entries of imported maps. `older`: entries that keep for good what they say.
 * `forgotten`: what was erased is gone from the files of the store, too.
 */
export const ERASED_TRACES = z.object({
  notes: z.number(),
  notesChanged: z.number().optional(),
  listed: z.number().optional(),
  mapped: z.number().optional(),
  entries: z.number(),
  kept: z.number(),
  older: z.number(),
  forgotten: z.boolean(),
})
export type ErasedTraces = z.infer<typeof ERASED_TRACES>
