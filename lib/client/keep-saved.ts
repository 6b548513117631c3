import type { QueryClient, QueryKey } from '@tanstack/react-query'
import type { Saved } from '../facts/saved.ts'

/** Puts what a save left in the place of what pages hold of it, where that is known. */
export async function keepSaved<T>(
  client: QueryClient,
  queryKey: QueryKey,
  save: Promise<Saved<T>>,
): Promise<Saved<T>> {
  const saved = await save
  if (saved.value !== null) client.setQueryData(queryKey, saved.value)
  return saved
}
