'use client'

import { useState } from 'react'
import { toast } from '#lib/client/toast.ts'
import { errorShape } from '#lib/core/errors.ts'
import type { FactChange } from '#lib/facts/facts.ts'
import { same } from '#lib/facts/rebase.ts'
import type { Saved } from '#lib/facts/saved.ts'
import { useOperation } from '../use-operation.ts'
import { tellSaved } from './tell-saved.ts'

type Save<B, M> = { base: B; mine: M; onStep: (present: B, left: M) => void }

type ReviewedSave<B, M> = {
  /** What the service has now; the form keeps to what it showed until the operator takes over a change. */
  latest: B
  /** What the form holds. */
  mine: M
  changes: (base: B, mine: M) => FactChange[]
  /** What somebody else changed since `base`, where that matters to what the form holds. */
  theirs: (base: B, latest: B, mine: M) => FactChange[]
  /** The operator's change put on top of what is there. */
  rebase: (base: B, mine: M, latest: B) => M
  /** What the form holds of a configuration without a change. */
  toMine: (base: B) => M
  /** The form starts again with these values. */
  show: (mine: M, base: B) => void
  /** As many writes as that takes, with steps of one id; hears of each but the last. */
  save: (save: Save<B, M> & { operationId: string }) => Promise<Saved<B>>
  /** Reads past everything that is cached. */
  read: () => Promise<B>
  /** Reads anew whatever else a save moves. */
  refresh: () => void
  /** What a toast says of a save that worked. */
  said: (saved: B) => string
  /** Hears of the end of the review. */
  onEnd?: () => void
}

/** A review before a save, the save as one act, and what to do when somebody else was faster or nobody knows. */
export function useReviewedSave<B, M>(options: ReviewedSave<B, M>) {
  const { latest, mine, rebase, toMine, show, save, read, refresh, said, onEnd } = options
  const [base, setBase] = useState(latest)
  const [reviewing, setReviewing] = useState(false)
  const [partly, setPartly] = useState(false)
  const [unread, setUnread] = useState(false)
  const [looking, setLooking] = useState(false)
  const act = useOperation<Save<B, M>, Saved<B>>({
    mutationFn: ({ input, operationId }) => save({ ...input, operationId }),
    meta: { handled: true },
  })
  const changes = unread ? [] : options.changes(base, mine)
  const moved = !same(base, latest)
  const theirs = options.theirs(base, latest, mine)

  const restart = (present: B, values: M) => {
    setBase(present)
    show(values, present)
  }
  const close = () => {
    setReviewing(false)
    setPartly(false)
    act.renew()
  }
  /** Reads anew and takes over what is there; what cannot be read now stays as it is. */
  const look = async (left: (present: B) => M) => {
    setLooking(true)
    const present = await read().catch(() => null)
    refresh()
    setLooking(false)
    if (present === null) return null
    const values = left(present)
    restart(present, values)
    return { present, changes: options.changes(present, values) }
  }
  const heal = async () => {
    if (await look(toMine)) setUnread(false)
  }
  const end = ({ value, untaken }: Saved<B>) => {
    tellSaved(value === null ? null : said(value), untaken)
    close()
    if (value === null) {
      setUnread(true)
      void heal()
    } else {
      restart(value, toMine(value))
      refresh()
    }
    onEnd?.()
  }
  const reread = async () => {
    setLooking(true)
    await read().catch(() => null)
    refresh()
    setLooking(false)
  }
  const onSave = () => {
    let stepped = false
    const onStep = (present: B, left: M) => {
      stepped = true
      setPartly(true)
      restart(present, left)
    }
    const onError = (error: Error) => {
      const { code } = errorShape(error)
      if (code === 'NOT_READ_BACK' && !stepped) end({ value: null, untaken: [] })
      else if (code === 'CONFLICT') void reread()
      else if (stepped || code === 'UNKNOWN_OUTCOME') refresh()
    }
    act.run({ base, mine, onStep }, { onSuccess: end, onError })
  }
  const onLook = async () => {
    const found = await look((present) => rebase(base, mine, present))
    if (!found) return
    act.renew()
    setPartly(false)
    if (found.changes.length > 0) return
    toast({ title: said(found.present), tone: 'success' })
    close()
    onEnd?.()
  }
  const code = act.error ? errorShape(act.error).code : null
  const isOpen = code === 'UNKNOWN_OUTCOME' || code === 'NOT_READ_BACK'
  return {
    base,
    /** What the form shows is no longer what the service has, and nothing was changed on it. */
    behind: moved && changes.length === 0 && !reviewing && !unread,
    /** What was saved could not be read back yet. */
    unread,
    heal: () => void heal(),
    changes,
    theirs: moved || theirs.length > 0 ? theirs : null,
    reviewing,
    act,
    conflict: code === 'CONFLICT',
    /** Nobody knows what became of it, or what is there now: only a look helps. */
    isOpen,
    partly,
    looking,
    open: () => setReviewing(true),
    close() {
      // Else one's own change, should it have happened, would look like somebody else's.
      if (isOpen) void look((present) => rebase(base, mine, present))
      close()
      onEnd?.()
    },
    discard: () => restart(latest, toMine(latest)),
    save: onSave,
    reapply() {
      restart(latest, rebase(base, mine, latest))
      act.renew()
    },
    look: () => void onLook(),
  }
}

/** What the review of a save needs to know of it. */
export type Review = Omit<ReturnType<typeof useReviewedSave<unknown, unknown>>, 'base' | 'act'> & {
  act: { isPending: boolean; error: unknown }
}
