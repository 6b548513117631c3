'use client'

import { isSameThing, type Search } from '#components/last-search.ts'
import type { RegionState } from '#components/use-pools.ts'
import { Button } from '#components/ui/button.tsx'
import type { ConnectionSummary } from '#lib/connections/connection-summary.ts'
import type { PastedThing } from '#lib/pasted/pasted.ts'
import type { PoolSummary } from '#lib/pools/pool.ts'
import { FoundChoice } from './found-choice.tsx'
import { FoundId } from './found-id.tsx'
import { FoundInMaps } from './found-in-maps.tsx'
import { FoundToken } from './found-token.tsx'
import { FoundUsers } from './found-users.tsx'
import { LoneUuid, PartOfId } from './part-of-id.tsx'

type FindResultsProps = {
  connection: ConnectionSummary
  pools: readonly PoolSummary[]
  regions: readonly RegionState[]
  search: Search
  onSearch: (search: Search) => void
}

/** What a connection knows of what was searched for. */
export default function FindResults({ connection, pools, regions, search, onSearch }: FindResultsProps) {
  const { pasted, chosen } = search
  const choose = (thing: PastedThing) => onSearch({ ...search, chosen: thing })
  const asUser = (userIdentifier: string) => choose({ kind: 'user', userIdentifier })
  const asId = (id: string) => choose({ kind: 'id', id, isPool: false })
  const { exactly } = pasted
  const isExact = chosen !== null && exactly !== null && isSameThing(chosen, { kind: 'user', userIdentifier: exactly })
  return (
    <div className="space-y-6">
      {chosen === null && <FoundChoice pasted={pasted} pools={pools} regions={connection.regions} onChosen={choose} />}
      {chosen?.kind === 'id' && (
        <FoundId
          key={chosen.id}
          connection={connection}
          id={chosen.id}
          isPool={chosen.isPool}
          pools={pools}
          onUser={() => asUser(chosen.id)}
          onId={asId}
        />
      )}
      {chosen?.kind === 'uuid' && <LoneUuid uuid={chosen.uuid} regions={connection.regions} onId={asId} />}
      {chosen?.kind === 'incomplete' && <PartOfId text={chosen.text} />}
      {(chosen?.kind === 'user' || chosen?.kind === 'uuid') && (
        <FoundUsers
          key={userOf(chosen)}
          connectionId={connection.id}
          userIdentifier={userOf(chosen)}
          pools={pools}
          regions={regions}
          poolId={search.poolId}
          onEvery={() => onSearch({ ...search, poolId: '' })}
          onUser={asUser}
        />
      )}
      {(chosen?.kind === 'user' || chosen?.kind === 'uuid') && (
        <FoundInMaps key={`in maps ${userOf(chosen)}`} connectionId={connection.id} knownAs={userOf(chosen)} />
      )}
      {chosen?.kind === 'token' && <FoundToken connection={connection} pools={pools} token={chosen.token} />}
      {exactly !== null && !isExact && chosen?.kind !== 'uuid' && !(chosen?.kind === 'id' && chosen.id === exactly) && (
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-soft">
          Is it meant as it stands, all of it?
          <Button size="sm" onClick={() => asUser(exactly)}>
            Look it up exactly as typed
          </Button>
        </p>
      )}
    </div>
  )
}

const userOf = (thing: Extract<PastedThing, { kind: 'user' | 'uuid' }>) =>
  thing.kind === 'user' ? thing.userIdentifier : thing.uuid
