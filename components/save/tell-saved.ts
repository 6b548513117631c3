import { toast } from '#lib/client/toast.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import type { FactChange } from '#lib/facts/facts.ts'

/** The act that a save was, of a pool whose history can bring back what was there. */
type Undoable = { pool: PoolRef; operationId: string }

/** Tells of a save that worked: what the service did not take of it, and whether it could be read back. */
export function tellSaved(said: string | null, untaken: readonly FactChange[], undoable: Undoable | null = null): void {
  if (untaken.length > 0)
    toast({
      title: 'Saved, but the service did not take:',
      description: untaken
        .map(({ label, before, after }) => `${label}: asked ${before ?? 'none'}, is ${after ?? 'none'}`)
        .join('; '),
      tone: 'danger',
    })
  if (said === null)
    toast({
      title: 'Saved, but it could not be read back',
      description: 'There is nothing to repeat: it shows as soon as it can be read.',
      tone: 'danger',
    })
  else if (untaken.length === 0) toast({ title: said, tone: 'success', ...(undoable && { action: undoOf(undoable) }) })
}

const undoOf = ({ pool, operationId }: Undoable) => ({
  label: 'Undo',
  run: async () => (await import('./undo.ts')).undo(pool, operationId),
})
