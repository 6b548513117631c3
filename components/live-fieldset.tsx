'use client'

import type { ComponentProps } from 'react'
import { useHydrated } from './use-hydrated.ts'

/** A fieldset that takes nothing before the page is alive, for that would be lost, and looks from the start as it will. */
export function LiveFieldset({ disabled = false, ...rest }: ComponentProps<'fieldset'>) {
  const hydrated = useHydrated()
  return <fieldset {...rest} disabled={disabled || !hydrated} data-waiting={(!disabled && !hydrated) || undefined} />
}
