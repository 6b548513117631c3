import { IdentityFacts } from '#components/developer-identities/identity-facts.tsx'
import type { useDeveloperIdentity } from '#components/developer-identities/use-developer-identity.ts'
import { FailureState } from '#components/failure-state.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Skeleton } from '#components/ui/skeleton.tsx'
import type { PoolRef } from '#lib/core/refs.ts'

type MergeSideProps = {
  pool: PoolRef
  part: 'stays' | 'moves'
  userIdentifier: string
  reading: ReturnType<typeof useDeveloperIdentity>
}

export function MergeSide({ pool, part, userIdentifier, reading }: MergeSideProps) {
  const { found, identity, absent, failure, fetching, retry } = reading
  const label = part === 'stays' ? 'Identity that stays' : 'Identity that is disabled'
  return (
    <section aria-label={label} className="min-w-0 rounded-lg border border-line p-4">
      <h3 className="mb-3 flex flex-wrap items-center justify-between gap-2 font-medium">
        <span className="min-w-0 font-mono break-all">{userIdentifier}</span>
        <Badge tone={part === 'stays' ? 'success' : 'warning'}>{part === 'stays' ? 'Stays' : 'Is disabled'}</Badge>
      </h3>
      {absent ? (
        <p className="text-soft">
          This pool has no such user. Only users of one pool and one developer provider can be merged; identifiers are
          compared letter by letter.
        </p>
      ) : failure ? (
        <FailureState title="This user could not be read" error={failure} retrying={fetching} onRetry={retry} compact />
      ) : found ? (
        <IdentityFacts pool={pool} {...found} identity={identity} />
      ) : (
        <Skeleton className="h-40 w-full" />
      )}
    </section>
  )
}
