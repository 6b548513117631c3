import { redirect } from 'next/navigation'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { listConnections } from '#lib/connections/actions.ts'
import { poolsPath } from '#lib/core/paths.ts'

export default async function StartPage() {
  const session = await listConnections({})
  const first = session.ok ? session.value.connections[0] : undefined
  if (first) redirect(poolsPath(first.id))
  return (
    <EmptyState
      title="No connection for your role"
      text="Ask whoever runs Lifeguard to add your role to a connection in lifeguard.config.json."
    />
  )
}
