'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { UserIdentifier } from '#components/developer-identities/user-identifier.tsx'
import { QueryFailure } from '#components/query-failure.tsx'
import { Card } from '#components/ui/card.tsx'
import { ForeignText } from '#components/ui/foreign-text.tsx'
import { MonoId } from '#components/ui/mono-id.tsx'
import { identityPath, mapsPath } from '#lib/core/paths.ts'
import { identityMaps, mappedAs } from '#lib/identity-map/queries.ts'

/** Whom the imported maps of a connection know by what was searched for. */
export function FoundInMaps({ connectionId, knownAs }: { connectionId: string; knownAs: string }) {
  const maps = useQuery(identityMaps(connectionId))
  const found = useQuery({ ...mappedAs(connectionId, knownAs), enabled: (maps.data?.length ?? 0) > 0 })
  return (
    <section aria-label="Imported maps">
      <h3 className="mb-2 text-base font-semibold">Imported maps</h3>
      <QueryFailure query={maps.error ? maps : found} title="The maps could not be searched" />
      {maps.data?.length === 0 && (
        <p className="text-soft">
          None is there. <MapsLink connectionId={connectionId}>Import a map</MapsLink> of subs, e-mail addresses or
          customer numbers to find people whom the service cannot search.
        </p>
      )}
      {found.data?.length === 0 && (
        <p className="text-soft">
          No <MapsLink connectionId={connectionId}>imported map</MapsLink> knows <UserIdentifier value={knownAs} />.
        </p>
      )}
      {found.data && found.data.length > 0 && (
        <Card>
          <ul className="space-y-2">
            {found.data.map(({ mapId, mapName, knownAs: as, identityId }) => (
              <li key={`${mapId} ${as} ${identityId}`} className="flex flex-wrap items-center gap-x-2 gap-y-1">
                <UserIdentifier value={as} />
                <span className="text-soft">is</span>
                <Link
                  href={identityPath({ connectionId, identityId })}
                  className="rounded-sm text-accent-ink underline"
                >
                  <MonoId value={identityId} />
                </Link>
                <span className="text-soft">
                  by <ForeignText text={mapName} />
                </span>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </section>
  )
}

const MapsLink = ({ connectionId, children }: { connectionId: string; children: string }) => (
  <Link href={mapsPath(connectionId)} className="rounded-sm text-accent-ink underline">
    {children}
  </Link>
)
