import { ButtonLink } from '#components/ui/button-link.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { clonePath, comparePath, poolPath } from '#lib/core/paths.ts'
import type { PoolRef } from '#lib/core/refs.ts'

/** What can be done with a pool of which only the ID was pasted. */
export const NamedPool = ({ pool }: { pool: PoolRef }) => (
  <Callout className="mt-6 max-w-form" title="This is the ID of a pool, not its configuration">
    <p>Lifeguard reads the pool itself, so nothing needs to be pasted.</p>
    <div className="mt-2 flex flex-wrap gap-2">
      <ButtonLink size="sm" href={clonePath(pool)}>
        Clone this pool
      </ButtonLink>
      <ButtonLink size="sm" href={comparePath(pool.connectionId, pool, null)}>
        Compare this pool
      </ButtonLink>
      <ButtonLink size="sm" href={poolPath(pool)}>
        Open this pool
      </ButtonLink>
    </div>
  </Callout>
)
