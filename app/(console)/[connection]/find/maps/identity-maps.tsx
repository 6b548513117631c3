'use client'

import { useQuery } from '@tanstack/react-query'
import { QueryFailure } from '#components/query-failure.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { useDenial } from '#components/use-denial.ts'
import { findPath } from '#lib/core/paths.ts'
import { identityMaps } from '#lib/identity-map/queries.ts'
import { ImportMap } from './import-map.tsx'
import { MapsTable } from './maps-table.tsx'

/** What the desk knows its people by beside their identities: the maps of a connection, and what imports one. */
export function IdentityMaps({ connectionId }: { connectionId: string }) {
  const query = useQuery(identityMaps(connectionId))
  const denied = useDenial(connectionId, 'identity-maps:import')
  return (
    <>
      <PageHeader
        title="Maps"
        breadcrumbs={[{ label: 'Find', href: findPath(connectionId) }]}
        meta={<span>what people are known by beside their identities</span>}
      />
      <Callout title="For people whom the service cannot search">
        It has no search for logins of user pools, Google and other public providers. A map from your own systems says
        which identity a sub, an e-mail address or a customer number stands for. It is kept in Lifeguard’s own store,
        and whoever is erased is taken out of it.
      </Callout>
      <div className="mt-6 space-y-8">
        <QueryFailure query={query} title="The maps could not be read" />
        {query.data && <MapsTable connectionId={connectionId} maps={query.data} denied={denied} />}
        <ImportMap connectionId={connectionId} maps={query.data ?? []} denied={denied} />
      </div>
    </>
  )
}
