import 'server-only'
import { timingSafeEqual } from 'node:crypto'
import type { PoolRef } from '../core/refs.ts'
import { keyedHash } from '../facts/keyed-hash.ts'

/** 96 bits: enough for what can be tried at the server alone, and little beside a row of a long list. */
const LENGTH = 16

/**
 * What this Lifeguard gives with an identity that the service listed in a pool, and takes as the proof of that later. It
 * does not age: an identity never leaves its pool but by its end.
 */
export const membershipOf = ({ connectionId, poolId }: PoolRef, identityId: string): string =>
  keyedHash(`member ${connectionId} ${poolId} ${identityId}`).slice(0, LENGTH)

/** Whether it is the proof of this identity in this pool. */
export function provesMembership(pool: PoolRef, identityId: string, proof: string | null | undefined): boolean {
  const wanted = Buffer.from(membershipOf(pool, identityId))
  const given = Buffer.from(proof ?? '')
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}
