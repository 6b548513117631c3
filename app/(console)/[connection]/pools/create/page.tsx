import type { Metadata } from 'next'
import { listConnections } from '#lib/connections/actions.ts'
import { decodeSegment } from '#lib/core/refs.ts'
import { CreatePoolForm } from './create-pool-form.tsx'

export const metadata: Metadata = { title: 'Create pool' }

export default async function CreatePoolPage({ params }: PageProps<'/[connection]/pools/create'>) {
  const connectionId = decodeSegment((await params).connection)
  const session = await listConnections({})
  const connection = session.ok ? session.value.connections.find(({ id }) => id === connectionId) : undefined
  return connection ? <CreatePoolForm connection={connection} /> : null
}
