'use client'

import { useLayoutEffect, useRef, type FocusEvent, type MouseEvent } from 'react'

/**
 * Keeps the keyboard among buttons that others take the place of when one is pressed: then the one that Tab reaches has
 * the focus. Who has gone on elsewhere by then is left there. `told`: what makes them other buttons.
 */
export function useFocusAmong(told: string) {
  const list = useRef<HTMLOListElement>(null)
  const wasPressed = useRef(false)
  useLayoutEffect(() => {
    if (wasPressed.current) list.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
    wasPressed.current = false
  }, [told])
  return {
    list,
    pressed({ currentTarget }: MouseEvent<HTMLElement>) {
      // Not every browser focuses a button that is pressed.
      currentTarget.focus()
      wasPressed.current = true
    },
    /** Of the list: React tells nothing of buttons that it takes away itself. */
    onBlur({ currentTarget, relatedTarget }: FocusEvent<HTMLElement>) {
      if (!currentTarget.contains(relatedTarget)) wasPressed.current = false
    },
  }
}
