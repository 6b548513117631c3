'use client'

import dynamic from 'next/dynamic'
import { useSyncExternalStore } from 'react'
import { restoreTitle } from './restore-title.ts'
import { endUndoing, onUndoing, undoingNow } from '../save/undo.ts'

const RestoreDialog = dynamic(() => import('./restore-dialog.tsx'), { ssr: false })

/** The review of what an Undo changes, whichever page is open by then. */
export function UndoReview() {
  const undoing = useSyncExternalStore(onUndoing, undoingNow, () => null)
  if (undoing === null) return null
  const { pool, stored, present, startedAt } = undoing
  const title = restoreTitle(stored, 'before', startedAt)
  return <RestoreDialog key={title} pool={pool} title={title} stored={stored} present={present} onClose={endUndoing} />
}
