'use client'

import { useQuery } from '@tanstack/react-query'
import { grouped } from '#lib/core/grouped.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { keptOfIndex } from '#lib/identity-index/kept-of-index.ts'
import { identityIndexKeys } from '#lib/identity-index/queries.ts'
import type { IndexFilter } from '#lib/identity-index/schema.ts'
import { useKeepFile } from '../keep-list/use-keep-file.ts'

const none: string[] = []

/** A file of ids that must not be deleted, and which of them the filter has. One that is there is never taken for none. */
export function useKeepList(pool: PoolRef, filter: IndexFilter, scanId: number | null) {
  const chosen = useKeepFile(pool)
  const { file } = chosen
  const ids = file?.state === 'read' ? file.ids : none
  const query = useQuery({
    queryKey: [...identityIndexKeys.filter(pool, 'kept', filter), scanId, file?.number ?? 0] as const,
    queryFn: ({ signal }) => keptOfIndex({ pool, filter, scanId: scanId ?? -1, ids, signal }),
    enabled: ids.length > 0 && scanId !== null,
  })
  return {
    chosen,
    kept: query.data ?? none,
    isReading: file?.state === 'reading' || (file?.state === 'read' && query.data === undefined),
    /** Why the file is of no use, or null. */
    unread: file?.state === 'unread' ? file.problem : null,
    error: file?.state === 'read' ? query.error : null,
    query,
  }
}

/** What the list that was read keeps, in words. */
export function keptSaid({ chosen: { file }, kept, isReading }: ReturnType<typeof useKeepList>): string {
  if (file?.state !== 'read') return ''
  const listed = grouped(file.ids.length)
  if (isReading) return `${listed} IDs are being looked up…`
  return `${grouped(kept.length)} of the ${listed} IDs match the filter and are kept.`
}
