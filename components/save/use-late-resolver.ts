import { useEffect, useState } from 'react'
import type { FieldValues, Resolver } from 'react-hook-form'

/**
 * Checks a form by its schema, which is loaded after the page: there is no mistake before there was a hand. Where it
 * cannot be loaded the form passes: the server checks it by the same schema.
 */
export function useLateResolver<T extends FieldValues>(load: () => Promise<Resolver<T>>): Resolver<T> {
  const [resolver] = useState((): Resolver<T> => async (values, ...rest) => {
    const check = await load().catch(() => null)
    return check ? check(values, ...rest) : { values, errors: {} }
  })
  // Only now, and once: `load` is the same module whenever it is asked.
  useEffect(() => void load().catch(() => null), [load])
  return resolver
}
