import type { Metadata } from 'next'
import { Hydrated } from '#components/hydrated.tsx'
import { dehydrated, prefetch } from '#lib/client/prefetch.ts'
import { decodeSegment } from '#lib/core/refs.ts'
import { auditEntry } from '#lib/history/queries.ts'
import { CreateAgain } from './create-again.tsx'
import { NoDeletion } from './no-deletion.tsx'

export const metadata: Metadata = { title: 'Create pool again' }

export default async function CreateAgainPage({ params, searchParams }: PageProps<'/[connection]/create-again'>) {
  const connectionId = decodeSegment((await params).connection)
  const [named = ''] = [(await searchParams)['entry']].flat()
  if (named === '') return <NoDeletion connectionId={connectionId} />
  const entry = auditEntry(named)
  await prefetch(entry)
  return (
    <Hydrated state={dehydrated(entry.queryKey)}>
      <CreateAgain connectionId={connectionId} operationId={named} />
    </Hydrated>
  )
}
