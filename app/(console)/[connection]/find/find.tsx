'use client'

import { useQueryClient } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { ErasePersonLink } from '#components/erase/erase-person-link.tsx'
import { isSameSearch, keepSearch, lastSearch, onSearch, subjectOf, type Search } from '#components/last-search.ts'
import { UserIdentifier } from '#components/developer-identities/user-identifier.tsx'
import { RegionFailures } from '#components/region-failures.tsx'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Skeleton } from '#components/ui/skeleton.tsx'
import { usePools } from '#components/use-pools.ts'
import type { ConnectionSummary } from '#lib/connections/connection-summary.ts'
import { isolated } from '#lib/core/isolated.ts'
import { mapsPath, peoplePath } from '#lib/core/paths.ts'
import { readToken } from '#lib/login-tokens/read-token.ts'
import { FindBox } from './find-box.tsx'
import { RecentPeopleList } from './recent-people-list.tsx'

const loadResults = () => import('./find-results.tsx')
const loadOthers = () => import('./other-connections.tsx')
const FindResults = dynamic(loadResults, { ssr: false, loading: () => <Skeleton className="h-24 w-full" /> })
const SaidError = dynamic(() => import('./said-error.tsx'), { ssr: false })
const OtherConnections = dynamic(loadOthers, { ssr: false })

const nothingYet = () => null

/** Finds a person by whatever is known of them, and says who was not asked. */
export function Find({ connection }: { connection: ConnectionSummary }) {
  const queryClient = useQueryClient()
  const { pools, regions } = usePools(connection)
  const search = useSyncExternalStore(onSearch, () => lastSearch(connection.id), nothingYet)
  // They are there when the first answer is, and the page comes without them.
  useEffect(() => void Promise.allSettled([loadResults(), loadOthers()]), [])
  const [said, setSaid] = useState('')
  const [poolId, setPoolId] = useState(search?.poolId ?? '')

  function look(next: Search | null, text = '') {
    setSaid(text)
    const repeated = search !== null && next !== null && isSameSearch(search, next)
    keepSearch(connection.id, next)
    if (next) setPoolId(next.poolId)
    // What the last search shows need not be asked again before this one.
    void queryClient.invalidateQueries({
      queryKey: ['developer-identities', connection.id],
      refetchType: repeated ? 'active' : 'none',
    })
  }

  function choosePool(chosen: string) {
    setPoolId(chosen)
    // Else what is shown would look like the answer of the pool that is chosen now.
    if (search) keepSearch(connection.id, { ...search, poolId: chosen })
  }

  return (
    <>
      <PageHeader
        title="Find a person"
        meta={<span>in {connection.name}</span>}
        actions={
          <>
            <ButtonLink href={peoplePath(connection.id)}>Look up a list</ButtonLink>
            <ButtonLink href={mapsPath(connection.id)}>Maps</ButtonLink>
            <ErasePersonLink known={search ? knownBy(search) : []} />
          </>
        }
      />
      <FindBox pools={pools} poolId={poolId} onPool={choosePool} onSearch={look} />
      <RegionFailures regions={regions} />
      {said !== '' && <SaidError text={said} />}
      {search && (
        <section aria-label={`Results for ${isolated(subjectOf(search))}`}>
          <h2 className="mb-3 text-base font-semibold">
            Results for <UserIdentifier value={subjectOf(search)} />
          </h2>
          <FindResults connection={connection} pools={pools} regions={regions} search={search} onSearch={look} />
        </section>
      )}
      {search?.chosen && search.chosen.kind !== 'incomplete' && (
        <OtherConnections key={JSON.stringify(search.chosen)} connectionId={connection.id} search={search} />
      )}
      <RecentPeopleList connectionId={connection.id} />
    </>
  )
}

/** What a search says of the person, exactly: of a token only the identity that it is of. */
function knownBy({ chosen }: Search): string[] {
  if (chosen?.kind === 'user') return [chosen.userIdentifier]
  if (chosen?.kind === 'id') return chosen.isPool ? [] : [chosen.id]
  if (chosen?.kind !== 'token') return []
  const identity = readToken(chosen.token)?.identity
  return identity ? [identity.identityId] : []
}
