'use client'

import { useQuery } from '@tanstack/react-query'
import type { PoolRef } from '#lib/core/refs.ts'
import { whatLivesOn } from '#lib/identities/what-lives-on.ts'
import { poolDetailOfRow } from '#lib/pools/queries.ts'
import { Callout } from '../ui/callout.tsx'

/** What is lost with identities, and what is not ended by their deletion. */
export function DeletionConsequences({ count, pool }: { count: number; pool: PoolRef | null }) {
  const { data } = useQuery({ ...poolDetailOfRow(pool ?? { connectionId: '', poolId: '' }), enabled: pool !== null })
  const one = count === 1
  return (
    <Callout tone="danger" title="This cannot be undone">
      <ul className="list-disc space-y-1 pl-4">
        <li>
          {`At their next visit or sign-in ${one ? 'this user' : 'each of these users'} gets a new identity with another ID.`}
        </li>
        <li>
          Data that an app keeps under the old ID, such as an S3 prefix, a DynamoDB key or an AWS IoT policy, stays
          behind without an owner.
        </li>
        <li>{`${one ? 'Its' : 'Their'} links to logins and developer user identifiers are lost.`}</li>
        <li>{whatLivesOn(data?.developerProviderName !== null)}</li>
      </ul>
    </Callout>
  )
}
