import type { PoolRef } from '#lib/core/refs.ts'

/** A deletion that a person is asked about. */
export type DeletionProps = {
  connectionId: string
  /** Their pool, where it is known. */
  pool?: PoolRef | null
  /** The frozen set, all of one pool: nothing else is ever deleted. */
  identityIds: string[]
  /** Nobody but the person who presses uses them, so a press is enough. */
  own?: boolean
  /** Once some are gone. */
  onDeleted: () => void
  onClose: () => void
  /** Hears which are left after they were read anew. */
  onLooked: (identityIds: string[]) => void
}
