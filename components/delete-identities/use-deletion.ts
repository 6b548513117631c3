'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { AppError } from '#lib/core/errors.ts'
import { deleteIdentities, describeIdentity } from '#lib/identities/actions.ts'
import { dropFromLists } from '#lib/identities/cached-identities.ts'
import { notDeleted, runDeletion, type DeletionState } from '#lib/identities/delete-run.ts'
import { identityCount } from '#lib/identities/identity-count.ts'
import { unwrap } from '#lib/core/result.ts'
import { waitUnlessStopped } from '#lib/client/throttle.ts'
import { toast, type ToastMessage } from '#lib/client/toast.ts'

type Options = {
  connectionId: string
  region: string
  identityIds: string[]
  onDeleted: (identityIds: string[]) => void
}

/** A deletion that runs in this page: it ends when the page is left, and asks before that. */
export function useDeletion({ connectionId, region, identityIds, onDeleted }: Options) {
  const queryClient = useQueryClient()
  const [state, setState] = useState<DeletionState | null>(null)
  const [deletedBefore, setDeletedBefore] = useState(0)
  const [stopping, setStopping] = useState(false)
  const stopper = useRef<AbortController | null>(null)
  const left = useRef(false)

  const running = state?.phase === 'running'
  useEffect(() => {
    if (!running) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [running])
  useEffect(() => {
    left.current = false
    return () => {
      left.current = true
      stopper.current?.abort()
    }
  }, [])

  const run = (ids: string[], doubtful: string[]) => {
    const controller = new AbortController()
    stopper.current = controller
    setStopping(false)
    let reported = 0
    void runDeletion(
      ids,
      {
        deleteBatch: (batch) => unwrap(deleteIdentities({ connectionId, region, identityIds: batch })),
        exists: (identityId) => exists({ connectionId, identityId }),
        wait: waitUnlessStopped,
        now: Date.now,
        changed(next) {
          const gone = next.deleted.slice(reported)
          reported = next.deleted.length
          if (gone.length > 0) {
            dropFromLists(queryClient, new Set(gone))
            onDeleted(gone)
          }
          setState(next)
        },
      },
      controller.signal,
      new Set(doubtful),
    ).then((end) => {
      if (left.current && notDeleted(end) > 0) toast(abandoned(deletedBefore + end.deleted.length, identityIds.length))
      return end
    })
  }

  return {
    state,
    /** Deleted by earlier runs of this dialog. */
    deletedBefore,
    start: () => run(identityIds, []),
    /** Asked to stop, which takes effect after the batch under way. */
    stopping,
    stop: () => {
      setStopping(true)
      stopper.current?.abort()
    },
    /** Once more for everything that is not deleted: refused, without an answer, not attempted. */
    retry: () => {
      if (!state) return
      setDeletedBefore(deletedBefore + state.deleted.length)
      const refused = state.refused.map(({ identityId }) => identityId)
      run([...state.unknown, ...refused, ...state.waiting], [...state.unknown, ...refused])
    },
  }
}

const abandoned = (deleted: number, total: number): ToastMessage => ({
  title: 'The deletion stopped when its page was left',
  description: `Deleted ${deleted.toLocaleString('en')} of ${identityCount(total)}.`,
  tone: 'danger',
})

async function exists(identity: { connectionId: string; identityId: string }): Promise<boolean> {
  try {
    await unwrap(describeIdentity({ identity }))
    return true
  } catch (error) {
    if (error instanceof AppError && error.code === 'NOT_FOUND') return false
    throw error
  }
}
