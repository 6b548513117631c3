'use client'

import { useQuery } from '@tanstack/react-query'
import { Loaded } from '#components/loaded.tsx'
import { MakePoolForm } from '#components/make-pool/make-pool-form.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { poolSnapshot } from '#lib/code/queries.ts'
import type { PoolSnapshot } from '#lib/code/snapshot.ts'
import { poolPath, poolsPath } from '#lib/core/paths.ts'
import { nameOfCopy } from '#lib/pool-creation/name-of-copy.ts'
import type { PoolRef } from '#lib/core/refs.ts'

/** Makes a pool like this one, in any Region of any connection. */
export function ClonePool({ pool }: { pool: PoolRef }) {
  const snapshot = useQuery(poolSnapshot(pool))
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { label: 'Pools', href: poolsPath(pool.connectionId) },
          { label: snapshot.data?.pool.name ?? pool.poolId, href: poolPath(pool) },
        ]}
        title="Clone pool"
      />
      <Loaded query={snapshot} title="The pool could not be read" skeleton="h-80">
        {(original) => <Clone pool={pool} original={original} />}
      </Loaded>
    </>
  )
}

function Clone({ pool, original }: { pool: PoolRef; original: PoolSnapshot }) {
  return (
    <>
      <Callout title="What is not cloned" className="mb-6">
        <ul className="list-disc space-y-1 pl-4">
          <li>Identities, their links to logins and to developer user identifiers: the service cannot import them.</li>
          <li>
            Trust policies: both pools share the same IAM roles, and a role gives credentials to users of the new pool
            only when its trust policy names the new pool’s ID.
          </li>
          <li>
            Accounts: the ARNs of roles and providers stay as they are. In a connection to another AWS account the
            service refuses roles of this one; leave them out there, and set that account’s own afterwards.
          </li>
        </ul>
      </Callout>
      <MakePoolForm
        snapshot={original}
        place={{
          connectionId: pool.connectionId,
          region: original.pool.region,
          name: nameOfCopy(original.pool.name),
        }}
      />
    </>
  )
}
