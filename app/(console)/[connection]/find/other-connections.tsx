'use client'

import { useQuery } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { keepSearch, type Search } from '#components/last-search.ts'
import { RegionFailures } from '#components/region-failures.tsx'
import { Button } from '#components/ui/button.tsx'
import { Section } from '#components/ui/section.tsx'
import { Spinner } from '#components/ui/spinner.tsx'
import { usePools } from '#components/use-pools.ts'
import type { ConnectionSummary } from '#lib/connections/connection-summary.ts'
import { consoleSession } from '#lib/connections/queries.ts'
import { findPath } from '#lib/core/paths.ts'
import FindResults from './find-results.tsx'

type OtherConnectionsProps = { connectionId: string; search: Search }

/** The same search in the other connections, none of which was asked so far. */
export default function OtherConnections({ connectionId, search }: OtherConnectionsProps) {
  const router = useRouter()
  const [all, setAll] = useState(false)
  const { data } = useQuery(consoleSession())
  const others = data?.connections.filter(({ id }) => id !== connectionId) ?? []
  const carried = { ...search, poolId: '' }
  if (others.length === 0) return null

  function lookIn(id: string) {
    keepSearch(id, carried)
    router.push(findPath(id))
  }

  if (all) return others.map((other) => <OtherConnection key={other.id} connection={other} first={carried} />)
  return (
    <Section title="Other connections" description="Nothing was looked up there yet." className="mt-8">
      <ul className="flex flex-wrap gap-2">
        <li>
          <Button onClick={() => setAll(true)}>Look in all connections</Button>
        </li>
        {others.map(({ id, name }) => (
          <li key={id}>
            <Button onClick={() => lookIn(id)}>Look in {name}</Button>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** What another connection knows; there one may go on otherwise than here. */
function OtherConnection({ connection, first }: { connection: ConnectionSummary; first: Search }) {
  const { pools, regions, pending } = usePools(connection)
  const [search, setSearch] = useState(first)
  return (
    <Section title={`In ${connection.name}`} className="mt-8">
      <RegionFailures regions={regions} />
      {pending ? (
        <p className="inline-flex items-center gap-2 text-soft">
          <Spinner /> Reading its pools…
        </p>
      ) : (
        <FindResults connection={connection} pools={pools} regions={regions} search={search} onSearch={setSearch} />
      )}
    </Section>
  )
}
