import { IdentityFacts } from '#components/developer-identities/identity-facts.tsx'
import type { useDeveloperIdentity } from '#components/developer-identities/use-developer-identity.ts'
import { Loaded } from '#components/loaded.tsx'
import { Badge } from '#components/ui/badge.tsx'
import type { PoolRef } from '#lib/core/refs.ts'

type MergeSideProps = {
  pool: PoolRef
  part: 'destination' | 'source'
  userIdentifier: string
  reading: ReturnType<typeof useDeveloperIdentity>
}

export function MergeSide({ pool, part, userIdentifier, reading }: MergeSideProps) {
  const label = part === 'destination' ? 'Identity that stays' : 'Identity that is disabled'
  return (
    <section aria-label={label} className="min-w-0 rounded-lg border border-line p-4">
      <h3 className="mb-3 flex flex-wrap items-center justify-between gap-2 font-medium">
        <span className="min-w-0 font-mono break-all">{userIdentifier}</span>
        <Badge tone={part === 'destination' ? 'success' : 'warning'}>
          {part === 'destination' ? 'Stays' : 'Is disabled'}
        </Badge>
      </h3>
      <Loaded
        query={reading}
        title="This user could not be read"
        skeleton="h-40"
        bare
        gone={
          <p className="text-soft">
            This pool has no such user. Only users of one pool and one developer provider can be merged; identifiers are
            compared letter by letter.
          </p>
        }
      >
        {(found) => <IdentityFacts pool={pool} {...found} identity={reading.identity} unread={reading.unread} />}
      </Loaded>
    </section>
  )
}
