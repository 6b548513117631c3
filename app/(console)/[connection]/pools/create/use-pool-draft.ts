'use client'

import { useEffect, useRef, useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import type { NewPoolSettings } from '#lib/pool-creation/schema.ts'
import { draftOf, dropDraft, keepDraft } from './pool-draft.ts'

/**
 * Keeps what stands in the form over a reload, until it is dropped. `restored`: what was kept is in the form, or nothing
 * was: `null` before.
 */
export function usePoolDraft(connectionId: string, form: UseFormReturn<NewPoolSettings>, start: NewPoolSettings) {
  const [restored, setRestored] = useState<{ any: boolean } | null>(null)
  const dropped = useRef(false)
  const { reset, subscribe } = form
  useEffect(() => {
    const draft = draftOf(connectionId, start)
    if (draft) reset(draft, { keepDefaultValues: true })
    setRestored({ any: draft !== null })
    return subscribe({
      formState: { values: true, isDirty: true },
      // A form that is taken apart still tells of its fields.
      callback: ({ values, isDirty }) =>
        isDirty && !dropped.current ? keepDraft(connectionId, values) : dropDraft(connectionId),
    })
    // oxlint-disable-next-line react/exhaustive-deps -- the form begins once
  }, [connectionId, reset, subscribe])
  return {
    restored,
    drop() {
      dropped.current = true
      dropDraft(connectionId)
    },
  }
}
