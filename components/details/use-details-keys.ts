'use client'

import { useEffect, useEffectEvent, type RefObject } from 'react'
import { dialogIsOpen } from '../commands/dialog-is-open.ts'
import { isTyping } from '../commands/is-typing.ts'

type Keys = { onStep: (step: 1 | -1, from: Element | null) => void; onClose: () => void }

/**
 * The keys of the side panel, from inside it and from the rows of the list: a row's own arrow keys would leave the panel
 * behind. Under a dialog or a menu they mean what they mean there.
 */
export function useDetailsKeys(panel: RefObject<HTMLElement | null>, { onStep, onClose }: Keys) {
  function actOf(key: string, target: Element | null) {
    if (key === 'Escape') return onClose
    if (key !== 'ArrowDown' && key !== 'ArrowUp') return null
    const row = target?.closest('tr[data-row]') ?? null
    const isHere = panel.current?.contains(target) === true || row !== null || target === document.body
    if (!isHere || isTyping(target)) return null
    return () => onStep(key === 'ArrowDown' ? 1 : -1, row === null ? null : target)
  }
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const { key, target } = event
    if (event.defaultPrevented || event.isComposing) return
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    if (dialogIsOpen() || document.querySelector('[role="menu"], [role="listbox"]')) return
    const act = actOf(key, target instanceof Element ? target : null)
    if (!act) return
    event.preventDefault()
    event.stopPropagation()
    act()
  })
  useEffect(() => {
    window.addEventListener('keydown', onKeyDown, true)
    return () => window.removeEventListener('keydown', onKeyDown, true)
  }, [])
}
