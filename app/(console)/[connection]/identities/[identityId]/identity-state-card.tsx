'use client'

import { useQuery } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { CopyAsCli } from '#components/copy-as-cli.tsx'
import { PoolLink } from '#components/pool-link.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { Card } from '#components/ui/card.tsx'
import { DefinitionList } from '#components/ui/definition-list.tsx'
import { Section } from '#components/ui/section.tsx'
import type { ProvenPool } from '#components/developer-identities/use-proven-pool.ts'
import { toDescribeIdentityCommand } from '#lib/code/identity-commands.ts'
import { regionOfId } from '#lib/core/limits.ts'
import type { IdentityFate } from '#lib/history/identity-fate.ts'
import { identityFate } from '#lib/history/queries.ts'
import type { Identity, IdentityState } from '#lib/identities/identity.ts'
import type { IdentityRef, PoolRef } from '#lib/core/refs.ts'
import { TimeStamp } from '#components/ui/time-stamp.tsx'

const MergeLinks = dynamic(() => import('./merge-links.tsx'))
const PoolChoice = dynamic(() => import('./pool-choice.tsx'), { ssr: false })

const meanings: Record<IdentityState, string> = {
  guest:
    'A visitor who never signed in. At the first sign-in this identity takes the login and keeps its ID, unless the login has an identity already.',
  authenticated: 'A user who signed in. Each login below leads to this identity.',
  disabled:
    'No user reaches this identity any more, and nothing brings it back: it was merged into another one, or its last login was unlinked. Apps that still hold its ID get “Access to Identity is forbidden” until they forget it.',
}

type IdentityStateCardProps = {
  identity: Identity
  target: IdentityRef
  pool: PoolRef | null
  proven: ProvenPool
  onChoose: (pool: PoolRef | null) => void
}

export function IdentityStateCard(props: IdentityStateCardProps) {
  const { identity, target, pool, proven, onChoose } = props
  const { data: fate } = useQuery(identityFate(target))
  return (
    <Section title="State">
      <Card>
        <Callout tone={identity.state === 'disabled' ? 'warning' : 'info'} className="mb-4">
          {meanings[identity.state]}
        </Callout>
        {fate && hasMerged(fate) && <MergeLinks identity={target} fate={fate} state={identity.state} pool={pool} />}
        <DefinitionList
          items={[
            {
              term: 'Pool',
              detail:
                pool && proven.pool ? (
                  <>
                    <PoolLink pool={pool} />
                    {proven.byLog && <span className="text-soft"> by the audit log</span>}
                  </>
                ) : (
                  <PoolChoice
                    connectionId={target.connectionId}
                    region={regionOfId(identity.identityId)}
                    pool={pool}
                    proven={proven}
                    onChoose={onChoose}
                  />
                ),
            },
            { term: 'Created (UTC)', detail: <TimeStamp value={identity.createdAt} local /> },
            { term: 'Modified (UTC)', detail: <TimeStamp value={identity.modifiedAt} local /> },
          ]}
        />
        <div className="mt-3">
          <CopyAsCli command={() => toDescribeIdentityCommand(identity.identityId)} />
        </div>
      </Card>
    </Section>
  )
}

const hasMerged = ({ mergedInto, mayHaveMergedInto, mergedFrom, unlinked }: IdentityFate) =>
  mergedInto !== null || unlinked !== null || mayHaveMergedInto.length > 0 || mergedFrom.length > 0
