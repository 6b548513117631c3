import { useEffect } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { useHydrated } from '#components/use-hydrated.ts'
import { accessPlace } from '#lib/pool-access/access-place.ts'
import type { AccessSettings } from '#lib/pool-access/schema.ts'
import type { Remedy } from '#lib/pool-access/with-remedy.ts'

/** Puts the focus on the field that the address names, once the form takes it. */
export function usePlaceFocus({ getValues, setFocus }: UseFormReturn<AccessSettings>, named: Remedy | null) {
  const hydrated = useHydrated()
  useEffect(() => {
    const place = hydrated && named ? accessPlace(getValues(), named) : null
    if (place) setFocus(place)
  }, [getValues, setFocus, hydrated, named])
}
