import { EmptyState } from '#components/ui/empty-state.tsx'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { listConnections } from '#lib/connections/actions.ts'
import { decodeSegment } from '#lib/core/refs.ts'

export default async function ConnectionLayout({ params, children }: LayoutProps<'/[connection]'>) {
  const connectionId = decodeSegment((await params).connection)
  const session = await listConnections({})
  if (!session.ok || session.value.connections.some(({ id }) => id === connectionId)) return children
  return (
    <>
      <h1 className="sr-only">Unknown connection</h1>
      <EmptyState
        title={`There is no connection "${connectionId}"`}
        text="Connections are named in lifeguard.config.json, each with the roles that may use it."
        action={<ButtonLink href="/">Go to the first connection</ButtonLink>}
      />
    </>
  )
}
