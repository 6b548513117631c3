'use client'

import { useEffect, useRef, useState } from 'react'
import { notDone, runBatches, startOf, type BatchState, type BatchSteps } from '#lib/client/run-batches.ts'
import { waitUnlessStopped } from '#lib/client/throttle.ts'
import { toast } from '#lib/client/toast.ts'
import { newOperationId, stepId } from '#lib/core/operation-id.ts'
import { capital, type BatchWords } from './batch-words.ts'
import { grouped } from '#lib/core/grouped.ts'

export type BatchRun = ReturnType<typeof useBatch>

type Batch = Pick<BatchSteps, 'settled' | 'done'> & {
  words: BatchWords
  ids: string[]
  /** How many go out in one call; 60 unless told otherwise. */
  size?: number
  /** Sends at most `size` ids as the act of that id; all acts of a batch, its retries among them, are of one run. */
  send: (ids: string[], act: { operationId: string; runId: string }) => ReturnType<BatchSteps['send']>
}

/** A batch that runs in this page: it ends when the page is left. */
export function useBatch({ words, ids, size, send, settled, done }: Batch) {
  const [run, setRun] = useState<{ ids: readonly string[]; state: BatchState } | null>(null)
  const [doneBefore, setDoneBefore] = useState(0)
  const [runId] = useState(newOperationId)
  const [stopping, setStopping] = useState(false)
  const stopper = useRef<AbortController | null>(null)
  const left = useRef(false)

  const running = run?.state.phase === 'running'
  useEffect(() => {
    left.current = false
    return () => {
      left.current = true
      stopper.current?.abort()
    }
  }, [])

  const go = async (wanted: readonly string[], doubtful: string[]) => {
    // One run at a time: a second press of its button is no second run.
    if (stopper.current) return
    const controller = new AbortController()
    stopper.current = controller
    setStopping(false)
    setRun({ ids: wanted, state: startOf(wanted) })
    const operationId = newOperationId()
    let step = 0
    const steps: BatchSteps = {
      ...(size !== undefined && { size }),
      send: (batch) => send(batch, { operationId: stepId(operationId, step++), runId }),
      settled,
      done,
      wait: waitUnlessStopped,
      now: Date.now,
      changed: (state) => setRun({ ids: wanted, state }),
    }
    const end = await runBatches(wanted, steps, controller.signal, new Set(doubtful))
    stopper.current = null
    if (left.current && notDone(end) > 0)
      toast({
        title: `The ${words.noun} stopped when its page was left`,
        description: `${capital(words.past)} ${grouped(doneBefore + end.done)} of ${words.count(ids.length)}.`,
        tone: 'danger',
      })
  }

  const state = run?.state ?? null
  const waiting = run && !running ? run.ids.slice(run.ids.length - run.state.waiting) : []
  return {
    state,
    /** Those that an ended run did not send. */
    waiting,
    /** Done by earlier runs. */
    doneBefore,
    start: () => void go(ids, []),
    /** Asked to stop, which takes effect after the batch under way. */
    stopping,
    stop: () => {
      setStopping(true)
      stopper.current?.abort()
    },
    /** Once more for everything that is not done: refused, without an answer, not attempted. */
    retry: () => {
      if (!state || stopper.current) return
      setDoneBefore(doneBefore + state.done)
      const doubtful = [...state.unknown, ...state.refused.map(({ id }) => id)]
      void go([...doubtful, ...waiting], doubtful)
    },
  }
}
