import { Shown } from '#components/ui/shown.tsx'
import { IdentityFacts } from '#components/developer-identities/identity-facts.tsx'
import { MergeWarnings } from '#components/developer-identities/merge-warnings.tsx'
import { Loaded } from '#components/loaded.tsx'
import { MadeIdentity } from '#components/token-identity/made-identity.tsx'
import { Callout } from '#components/ui/callout.tsx'
import type { PoolRef } from '#lib/core/refs.ts'
import { shortName } from '#lib/developer-identities/short-name.ts'
import type { MergeSide } from '#lib/developer-identities/developer-identity.ts'
import type { UnitingState } from './use-uniting.ts'

type UniteComparisonProps = {
  pool: PoolRef
  providerName: string
  user: string
  /** The login of the token. */
  provider: string
  uniting: UnitingState
  expected: string | null
}

/** Both identities, what stands in the way, and what nobody has proven of it. */
export function UniteComparison({ pool, providerName, user, provider, uniting, expected }: UniteComparisonProps) {
  const { traced, isOther, one, other, conflicts, seen, kept } = uniting
  if (!traced) return null
  return (
    <>
      {isOther && (
        <Callout tone="danger" title="The token signs in to another identity">
          It is of <span className="font-mono text-xs wrap-anywhere">{traced.identityId}</span>, not of{' '}
          <span className="font-mono text-xs wrap-anywhere">{expected}</span>: of somebody else, or of another account
          of the person. Nothing can be united by it.
        </Callout>
      )}
      {traced.origin.made === 'yes' && !kept && (
        <MadeIdentity
          pool={pool}
          identityId={traced.identityId}
          title="Asking has made an empty identity"
          text={
            isOther
              ? 'The login of this token had none in this pool. Delete it: nobody uses it yet.'
              : 'The login of this token had none in this pool. Uniting brings the login over and disables the empty identity; or delete it.'
          }
          onDeleted={uniting.forget}
        />
      )}
      <section aria-label={`Identity of ${shortName(user)}`} className="rounded-lg border border-line p-3">
        <h3 className="mb-2 font-medium">The identity of {shortName(user)}</h3>
        {kept ? (
          <SideFacts pool={pool} side={kept.destination} />
        ) : (
          <Loaded query={one} title="It could not be read" skeleton="h-32" bare>
            {(found) => <IdentityFacts pool={pool} {...found} identity={one.identity} unread={one.unread} />}
          </Loaded>
        )}
      </section>
      <section aria-label="Identity of the token" className="rounded-lg border border-line p-3">
        <h3 className="mb-2 font-medium">The identity of the token</h3>
        {kept ? (
          <SideFacts pool={pool} side={kept.source} />
        ) : (
          <Loaded query={other} title="It could not be read" skeleton="h-32" bare>
            {(identity) => (
              <IdentityFacts
                pool={pool}
                identityId={identity.identityId}
                userIdentifiers={seen?.source.userIdentifiers ?? []}
                identity={identity}
              />
            )}
          </Loaded>
        )}
      </section>
      {conflicts.map(({ certain, title, text }) => (
        <Callout key={title} tone={certain ? 'danger' : 'warning'} title={title}>
          <Shown>{text}</Shown>
        </Callout>
      ))}
      {seen && (
        <>
          <Callout tone="warning" title="AWS has not confirmed this">
            The service documents that one call takes a developer login together with a public one. That this brings two
            identities together, and that the one of {shortName(user)} stays, is what Lifeguard’s emulator does; nobody
            has proven it on AWS. What comes of it is read back and told. If AWS refuses, nothing is changed.
          </Callout>
          <MergeWarnings {...seen} providerName={providerName} login={provider} />
        </>
      )}
    </>
  )
}

const SideFacts = ({ pool, side: { identity, userIdentifiers } }: { pool: PoolRef; side: MergeSide }) => (
  <IdentityFacts pool={pool} identityId={identity.identityId} userIdentifiers={userIdentifiers} identity={identity} />
)
