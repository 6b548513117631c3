import { useSyncExternalStore } from 'react'
import { holdsUnseen } from '#lib/core/seen-parts.ts'

/** The text of the box of that id where it holds something that nobody sees, empty otherwise; also of a box that keeps its text itself. */
export function useUnseenText(id: string): string {
  return useSyncExternalStore(
    subscribe,
    () => textOf(document.getElementById(id)),
    () => '',
  )
}

const events = ['input', 'focusin', 'focusout', 'reset'] as const

function subscribe(changed: () => void) {
  for (const event of events) document.addEventListener(event, changed)
  return () => {
    for (const event of events) document.removeEventListener(event, changed)
  }
}

function textOf(box: HTMLElement | null): string {
  const isText = box instanceof HTMLTextAreaElement || (box instanceof HTMLInputElement && texts.has(box.type))
  return isText && holdsUnseen(box.value) ? box.value : ''
}

const texts = new Set(['text', 'search', 'email', 'url', 'tel'])
