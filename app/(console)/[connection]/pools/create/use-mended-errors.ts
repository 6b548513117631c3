'use client'

import { useEffect } from 'react'
import type { FieldPath, UseFormReturn } from 'react-hook-form'
import type { NewPoolSettings } from '#lib/pool-creation/schema.ts'

/** Checks what was found wrong again at each key, so that a mistake is not told once it is mended. */
export function useMendedErrors({ subscribe, trigger }: UseFormReturn<NewPoolSettings>) {
  useEffect(
    () =>
      subscribe({
        formState: { values: true },
        callback({ errors }) {
          const wrong = placesOf(errors) as FieldPath<NewPoolSettings>[]
          if (wrong.length > 0) void trigger(wrong)
        },
      }),
    [subscribe, trigger],
  )
}

/** The paths of all mistakes; one has a message, and what holds some has none. */
function placesOf(errors: unknown, path: readonly string[] = []): string[] {
  if (typeof errors !== 'object' || errors === null) return []
  if (typeof Reflect.get(errors, 'message') === 'string') return [path.join('.')]
  return Object.entries(errors).flatMap(([name, inner]) => placesOf(inner, [...path, name]))
}
