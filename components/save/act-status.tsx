'use client'

import type { ReactNode } from 'react'
import { errorShape, type ErrorCode } from '#lib/core/errors.ts'
import { FailureState } from '../failure-state.tsx'
import { Button } from '../ui/button.tsx'
import { AskingNote } from './asking-note.tsx'

const DONE = 'It was done, but it could not be read back'

type ActStatusProps = {
  act: { isPending: boolean; error: unknown }
  /** What did not happen: "The pool was not deleted". */
  failed: string
  /** The same where nobody can tell: "Nobody knows whether the pool was deleted". */
  unknown: string
  /** The same where it was done and not read back. */
  done?: string
  action?: ReactNode
  /** Reads anew what the act was to change: offered while nobody knows what became of it. */
  onLook?: () => void
}

/** Whether nobody can tell from an act's failure what it left. */
export const isOpenEnd = (error: unknown): boolean =>
  error !== null && error !== undefined && OPEN_ENDS.has(errorShape(error).code)

const OPEN_ENDS: ReadonlySet<ErrorCode> = new Set(['UNKNOWN_OUTCOME', 'NOT_READ_BACK'])

/** How an act stands, where that needs words: its answer was lost and is asked for, or it failed. */
export function ActStatus({ act, failed, unknown, done = DONE, action, onLook }: ActStatusProps) {
  if (act.isPending) return <AskingNote />
  if (!act.error) return null
  const { code } = errorShape(act.error)
  const titles: Partial<Record<typeof code, string>> = {
    UNKNOWN_OUTCOME: unknown,
    NOT_READ_BACK: done,
  }
  const look = onLook && isOpenEnd(act.error) && (
    <Button size="sm" onClick={onLook}>
      Look again
    </Button>
  )
  return <FailureState title={titles[code] ?? failed} error={act.error} compact action={look || action} />
}
