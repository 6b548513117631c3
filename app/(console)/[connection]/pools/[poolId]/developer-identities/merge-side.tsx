import { IdentityFacts } from '#components/developer-identities/identity-facts.tsx'
import type { useDeveloperIdentity } from '#components/developer-identities/use-developer-identity.ts'
import { UserIdentifier } from '#components/developer-identities/user-identifier.tsx'
import { Loaded } from '#components/loaded.tsx'
import { Badge } from '#components/ui/badge.tsx'
import type { PoolRef } from '#lib/core/refs.ts'

type MergeSideProps = {
  pool: PoolRef
  part: 'destination' | 'source'
  /** The user or the identity ID that was asked for. */
  name: string
  reading: ReturnType<typeof useDeveloperIdentity>
  /** What speaks for keeping it. */
  merits: readonly string[]
  /** The merge can be made, so that something will become of this side. */
  possible: boolean
}

const words = {
  destination: { label: 'Identity that stays', will: 'Stays', tone: 'success' },
  source: { label: 'Identity that moves', will: 'Will be disabled', tone: 'warning' },
} as const

export function MergeSide({ pool, part, name, reading, merits, possible }: MergeSideProps) {
  const { label, will, tone } = words[part]
  return (
    <section aria-label={label} className="min-w-0 rounded-lg border border-line p-4">
      <h3 className="mb-3 flex flex-wrap items-center justify-between gap-2 font-medium">
        <UserIdentifier value={name} />
        <span className="flex flex-wrap gap-1">
          {merits.map((merit) => (
            <Badge key={merit}>{merit}</Badge>
          ))}
          {possible && <Badge tone={tone}>{will}</Badge>}
        </span>
      </h3>
      <Loaded
        query={reading}
        title="This identity could not be read"
        skeleton="h-40"
        bare
        gone={
          <p className="text-soft">
            This pool has no such user or identity. Only users of one pool and one developer provider can be merged;
            identifiers are compared letter by letter.
          </p>
        }
      >
        {(found) => <IdentityFacts pool={pool} {...found} identity={reading.identity} unread={reading.unread} />}
      </Loaded>
    </section>
  )
}
