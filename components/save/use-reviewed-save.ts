'use client'

import { useEffect, useEffectEvent, useState } from 'react'
import { toast } from '#lib/client/toast.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { errorShape } from '#lib/core/errors.ts'
import type { FactChange } from '#lib/facts/facts.ts'
import { keepMine, same, type PickSide } from '#lib/facts/rebase.ts'
import type { Saved } from '#lib/facts/saved.ts'
import { useOperation } from '../use-operation.ts'
import { isOwnState } from './own-state.ts'
import type { tellSaved } from './tell-saved.ts'

type Save<B, M> = { base: B; mine: M; onStep: (present: B, left: M) => void }

type ReviewedSave<B, M> = {
  /** What the service has now; the form keeps to what it showed until the operator takes over a change. */
  latest: B
  /** What the form holds. */
  mine: M
  changes: (base: B, mine: M) => FactChange[]
  /** What somebody else changed since `base`, where that matters to what the form holds. */
  theirs: (base: B, latest: B, mine: M) => FactChange[]
  /** The operator's change put on top of what is there; where both changed the same, `pick` says whose counts. */
  rebase: (base: B, mine: M, latest: B, pick: PickSide) => M
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
  /** The pool whose history can bring back what was there before a save. */
  undo?: PoolRef
  /** Hears of the end of the review. */
  onEnd?: () => void
}

/** A review before a save, the save as one act, and what to do when somebody else was faster or nobody knows. */
export function useReviewedSave<B extends object, M>(options: ReviewedSave<B, M>) {
  const { latest, mine, rebase, toMine, show, save, read, refresh, said, undo, onEnd } = options
  const [base, setBase] = useState(latest)
  const [since, setSince] = useState(() => Date.now())
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
  /** The operator's change on top of the present one, and whether both changed the same thing. */
  const onTopOf = (present: B, pick = keepMine) => {
    let clashing = false
    const values = rebase(base, mine, present, (unit) => {
      clashing = true
      return pick(unit)
    })
    return { values, clashing }
  }

  const restart = (present: B, values: M) => {
    setBase(present)
    setSince(Date.now())
    show(values, present)
  }
  const close = () => {
    setReviewing(false)
    setPartly(false)
    act.renew()
  }
  /** Reads anew and takes over what is there; what cannot be read now stays as it is. */
  const look = async (left: (present: B) => { values: M; clashing: boolean }) => {
    setLooking(true)
    const present = await read().catch(() => null)
    refresh()
    setLooking(false)
    if (present === null) return null
    const { values, clashing } = left(present)
    // The review then asks whose counts.
    if (!clashing) restart(present, values)
    return { present, isDone: !clashing && options.changes(present, values).length === 0 }
  }
  const heal = async () => {
    if (await look((present) => ({ values: toMine(present), clashing: false }))) setUnread(false)
  }
  const end = ({ value, untaken }: Saved<B>, operationId?: string) => {
    const undoable = undo && operationId !== undefined ? { pool: undo, operationId } : null
    void tell(value === null ? null : said(value), untaken, undoable)
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
    const found = await look(onTopOf)
    if (!found) return
    act.renew()
    setPartly(false)
    if (!found.isDone) return
    toast({ title: said(found.present), tone: 'success' })
    close()
    onEnd?.()
  }
  const isBehind = moved && changes.length === 0 && !reviewing && !unread
  const isOwn = isBehind && isOwnState(latest)
  const takeOver = useEffectEvent(() => restart(latest, toMine(latest)))
  useEffect(() => {
    if (isOwn) queueMicrotask(() => takeOver())
  }, [isOwn])

  const code = act.error ? errorShape(act.error).code : null
  const isOpen = code === 'UNKNOWN_OUTCOME' || code === 'NOT_READ_BACK'
  return {
    base,
    /** When what it starts from was there, epoch milliseconds. */
    since,
    /** The pool whose history knows who changed it, where there is one. */
    pool: undo ?? null,
    /** What the form shows is no longer what the service has, and nothing was changed on it. */
    behind: isBehind && !isOwn,
    /** Somebody else changed it while there are changes in the form. */
    crossed: theirs.length > 0 && changes.length > 0 && !reviewing && !unread,
    /** What was saved could not be read back yet. */
    unread,
    heal: () => void heal(),
    changes,
    theirs: moved || theirs.length > 0 ? theirs : null,
    reviewing,
    act,
    conflict: code === 'CONFLICT' || (reviewing && code === null && !act.isPending && theirs.length > 0),
    /** What both changed otherwise is told apart by it: what the form would alter of what is there, sides picked so. */
    differencesWith: (pick: PickSide) => options.changes(latest, onTopOf(latest, pick).values),
    /** Nobody knows what became of it, or what is there now: only a look helps. */
    isOpen,
    partly,
    looking,
    open: () => setReviewing(true),
    close() {
      // Else one's own change, should it have happened, would look like somebody else's.
      if (isOpen) void look(onTopOf)
      close()
      onEnd?.()
    },
    discard: () => restart(latest, toMine(latest)),
    save: onSave,
    reapply(pick: PickSide) {
      const { values } = onTopOf(latest, pick)
      restart(latest, values)
      act.renew()
      if (options.changes(latest, values).length > 0) return
      toast({ title: 'Nothing of yours is left to save', description: 'The form shows what is there now.' })
      close()
      onEnd?.()
    },
    look: () => void onLook(),
  }
}

/** Loaded when there is something to tell. */
const tell = async (...told: Parameters<typeof tellSaved>) => (await import('./tell-saved.ts')).tellSaved(...told)

/** What the review of a save needs to know of it. */
export type Review = Omit<ReturnType<typeof useReviewedSave<object, unknown>>, 'base' | 'act'> & {
  act: { isPending: boolean; error: unknown }
}
