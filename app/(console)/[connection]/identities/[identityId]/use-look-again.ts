'use client'

import { useQueryClient, type QueryKey } from '@tanstack/react-query'
import { useEffect, useRef, type MouseEvent } from 'react'

/** No more often than this, however fast somebody clicks. */
const PAUSE_MS = 1_000

/**
 * For the clicks of a page: reads anew what these queries hold, as others may have changed it. In a dialog the act
 * itself tells what it met.
 */
export function useLookAgain(keys: readonly QueryKey[]) {
  const client = useQueryClient()
  const timer = useRef<number | null>(null)
  useEffect(
    () => () => {
      if (timer.current !== null) window.clearTimeout(timer.current)
    },
    [],
  )
  const states = () => keys.flatMap((queryKey) => client.getQueryState(queryKey) ?? [])

  return ({ target }: MouseEvent) => {
    if (timer.current !== null || (target instanceof Element && target.closest('[role=dialog]'))) return
    const readAt = Math.max(
      0,
      ...states().map(({ dataUpdatedAt, errorUpdatedAt }) => Math.max(dataUpdatedAt, errorUpdatedAt)),
    )
    timer.current = window.setTimeout(
      () => {
        timer.current = null
        if (client.isMutating() > 0) return
        for (const queryKey of keys) void client.refetchQueries({ queryKey, exact: true, type: 'active' })
      },
      Math.max(0, readAt + PAUSE_MS - Date.now()),
    )
  }
}
