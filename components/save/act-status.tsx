'use client'

import { useSyncExternalStore, type ReactNode } from 'react'
import { errorShape } from '#lib/core/errors.ts'
import { lostWrites } from '#lib/operation/write.ts'
import { FailureState } from '../failure-state.tsx'

type ActStatusProps = {
  act: { isPending: boolean; error: unknown }
  /** What did not happen: "The pool was not deleted". */
  failed: string
  /** The same where nobody can tell: "Nobody knows whether the pool was deleted". */
  unknown: string
  action?: ReactNode
}

/** How an act stands, where that needs words: its answer was lost and is asked for, or it failed. */
export function ActStatus({ act, failed, unknown, action }: ActStatusProps) {
  const isAsking = useSyncExternalStore(lostWrites.subscribe, lostWrites.count, lostWrites.count) > 0
  if (act.isPending)
    return isAsking ? (
      <p role="status" className="text-warning-ink">
        The answer was lost on the way. Lifeguard asks what became of it.
      </p>
    ) : null
  if (!act.error) return null
  const { code } = errorShape(act.error)
  const titles: Partial<Record<typeof code, string>> = {
    UNKNOWN_OUTCOME: unknown,
    NOT_READ_BACK: 'It was done, but it could not be read back',
  }
  return <FailureState title={titles[code] ?? failed} error={act.error} compact action={action} />
}
