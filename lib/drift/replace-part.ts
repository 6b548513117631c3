import 'server-only'
import type { PoolRef } from '../core/refs.ts'
import type { Fact } from '../facts/facts.ts'
import { replaceConfiguration } from '../facts/replace.ts'
import type { Saved } from '../facts/saved.ts'
import { noteWrite } from './note-write.ts'

/** One part of a pool that an operation replaces; `seenFacts` tell secrets apart too, without telling them. */
type Part<D> = { pool: PoolRef; operationId: string; part: string; seenFacts: (configuration: D) => Fact[] }

/** As `replaceConfiguration`, and keeps in mind that it was Lifeguard who changed it. */
export async function replacePart<D, T>(
  { pool, operationId, part, seenFacts }: Part<D>,
  { read, write, ...replacement }: Parameters<typeof replaceConfiguration<D, T>>[0],
): Promise<Saved<T>> {
  const startedAt = Date.now()
  const states: { before: D | null; after: D | null } = { before: null, after: null }
  const saved = await replaceConfiguration<D, T>({
    ...replacement,
    read: async () => (states.after = await read()),
    write: async (next, present) => {
      states.before = present
      states.after = null
      return (states.after = await write(next, present))
    },
  })
  const { before, after } = states
  if (before !== null && after !== null)
    await noteWrite(pool, { part, operationId, startedAt, before: seenFacts(before), after: seenFacts(after) })
  return saved
}
