'use client'

import { useQuery } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { erasureOf, onErasures } from '#components/erase/erasures.ts'
import { Loaded } from '#components/loaded.tsx'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { useHydrated } from '#components/use-hydrated.ts'
import { ERASE_PATH } from '#lib/core/paths.ts'
import { loggedErasure } from '#lib/erasure/queries.ts'
import { ErasureUnderWay } from './erasure-under-way.tsx'
import { RecordActions } from './record-actions.tsx'
import { RecordBody } from './record-body.tsx'

/** The record of an erasure: of this tab as it is under way, of any other as the log has it. */
export function ErasureRecordView({ runId }: { runId: string }) {
  const hydrated = useHydrated()
  const erasure = useSyncExternalStore(
    onErasures,
    () => erasureOf(runId),
    () => null,
  )
  const query = useQuery({ ...loggedErasure(runId), enabled: hydrated && erasure === null })
  if (erasure) return <ErasureUnderWay erasure={erasure} />
  return (
    <>
      <PageHeader
        title="Erasure record"
        meta={<span>As the audit log has it.</span>}
        actions={query.data && <RecordActions record={query.data} />}
      />
      <Loaded
        query={query}
        title="The record could not be read"
        action={<ButtonLink href={ERASE_PATH}>Erase a person</ButtonLink>}
        skeleton="h-80"
      >
        {(record) => <RecordBody record={record} />}
      </Loaded>
    </>
  )
}
