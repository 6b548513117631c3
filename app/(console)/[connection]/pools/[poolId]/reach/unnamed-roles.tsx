import type { UseQueryResult } from '@tanstack/react-query'
import { QueryFailure } from '#components/query-failure.tsx'
import { Button } from '#components/ui/button.tsx'
import { grouped } from '#lib/core/grouped.ts'
import type { UnnamedReach } from '#lib/reach/unnamed-roles-service.ts'

type UnnamedRolesProps = { query: UseQueryResult<UnnamedReach>; wanted: boolean; onLook: () => void }

/** Asks for the account’s other roles that trust the pool, and says how many were found; they stand in the table then. */
export function UnnamedRoles({ query, wanted, onLook }: UnnamedRolesProps) {
  return (
    <div className="mt-3 space-y-2">
      {query.data === undefined && (
        <Button size="sm" pending={query.isFetching} onClick={wanted ? () => void query.refetch() : onLook}>
          Look for other roles that trust this pool
        </Button>
      )}
      <p role="status" className="text-soft empty:hidden">
        {query.data && foundWords(query.data)}
      </p>
      <QueryFailure query={query} title="The other roles could not be read" />
    </div>
  )
}

function foundWords({ policies, looked, more }: UnnamedReach): string {
  const found = policies.length
  const words =
    found === 0
      ? 'No other role trusts this pool'
      : `${grouped(found)} other ${found === 1 ? 'role trusts' : 'roles trust'} this pool, at the end of the table`
  return `${words}; ${grouped(looked)} roles of the account were looked at${more ? ', and there are more' : ''}.`
}
