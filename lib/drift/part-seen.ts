import { z } from 'zod'
import { diffFacts, type FactChange } from '../facts/facts.ts'
import type { OwnWrite } from './own-write.ts'

const factShape = z.object({ key: z.string(), label: z.string(), value: z.string(), list: z.string().exactOptional() })

/**
 * What was last seen of one part of a pool, as facts, secrets as fingerprints. `readAt`: when that reading began, epoch
 * milliseconds; `by`: the operation of ours that left it so.
 */
const partSeenShape = z.object({ facts: z.array(factShape), readAt: z.number(), by: z.string().nullable() })

/** The parts of a pool by their names: what one call of the service changes is one. */
export const partsSeenShape = z.record(z.string(), partSeenShape)

export type PartSeen = z.infer<typeof partSeenShape>
export type PartsSeen = z.infer<typeof partsSeenShape>

/** A part as it is now, read by a reading that began then. */
export type PartReading = { facts: PartSeen['facts']; began: number }

/** What is kept of a part from now on, and what became of it outside Lifeguard. */
type Judgement = { next: PartSeen; changes: FactChange[] }

/**
 * Compares a part with what was seen of it. What a write of ours may have made is never told: while one of them may
 * still be at it the kept part stays, and what is read after all of them have ended is taken as it is.
 */
export function judgePart(kept: PartSeen, { facts, began }: PartReading, writes: readonly OwnWrite[]): Judgement {
  if (kept.readAt > began) return { next: kept, changes: [] }
  const next = { facts, readAt: began, by: kept.by }
  const changes = diffFacts(kept.facts, facts)
  const open = writes.filter(({ operationId, endedBy }) => operationId !== kept.by && endedBy >= kept.readAt)
  if (changes.length === 0) return { next, changes }
  if (open.length === 0) return { next, changes }
  return { next: open.every(({ endedBy }) => endedBy < began) ? next : kept, changes: [] }
}
