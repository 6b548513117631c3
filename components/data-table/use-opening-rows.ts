'use client'

import { useEffect, useEffectEvent, type RefObject } from 'react'
import { openRows } from './open-rows.ts'

/** Whole rows open. `onOpen`: what a row does where that is not what its link does. */
export function useOpeningRows(box: RefObject<HTMLElement | null>, onOpen: ((row: string) => void) | undefined) {
  const isOwn = onOpen !== undefined
  const open = useEffectEvent((row: string) => onOpen?.(row))
  useEffect(() => (box.current ? openRows(box.current, isOwn ? open : null) : undefined), [box, isOwn])
}
