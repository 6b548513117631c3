'use client'

import Link from 'next/link'
import { Callout } from '#components/ui/callout.tsx'
import { CopyButton } from '#components/ui/copy-button.tsx'
import { TimeStamp } from '#components/ui/time-stamp.tsx'
import type { IdentityFate } from '#lib/history/identity-fate.ts'
import { identityPath } from '#lib/core/paths.ts'
import type { IdentityRef, PoolRef } from '#lib/core/refs.ts'
import type { IdentityState } from '#lib/identities/identity.ts'

type MergeLinksProps = { identity: IdentityRef; fate: IdentityFate; state: IdentityState; pool: PoolRef | null }

/** Into which identity this one was merged, and which ones into this one, with the IDs to move data by. */
export default function MergeLinks({ identity, fate, state, pool }: MergeLinksProps) {
  const { mergedInto, mergedFrom, unlinked } = fate
  const [doubt = null] = fate.mayHaveMergedInto
  const { connectionId, identityId } = identity
  const other = (id: string) => (
    <Link
      href={`${identityPath({ connectionId, identityId: id })}${pool ? `?pool=${pool.poolId}` : ''}`}
      className="rounded-sm font-mono text-xs wrap-anywhere text-accent-ink underline"
    >
      {id}
    </Link>
  )
  const isDisabled = state === 'disabled'
  return (
    <>
      {isDisabled && mergedInto && (
        <Callout title="Merged into another identity" className="mb-4">
          <p>
            {other(mergedInto.identityId)}, by {mergedInto.by}, <TimeStamp value={mergedInto.at} /> UTC.
          </p>
          <Moves from={identityId} to={mergedInto.identityId} />
        </Callout>
      )}
      {isDisabled && !mergedInto && !unlinked && doubt && (
        <Callout tone="warning" title="It may have been merged into another identity" className="mb-4">
          <p>
            Into {other(doubt.identityId)}, by {doubt.by}, <TimeStamp value={doubt.at} /> UTC: the answer never came,
            and the service does not show whether it was done.
          </p>
          <Moves from={identityId} to={doubt.identityId} />
        </Callout>
      )}
      {isDisabled && !mergedInto && unlinked && (
        <Callout title="Its last login was unlinked" className="mb-4">
          By {unlinked.by}, <TimeStamp value={unlinked.at} /> UTC.
        </Callout>
      )}
      {!isDisabled && mergedFrom.length > 0 && (
        <Callout title="Merged into this identity" className="mb-4">
          <ul className="space-y-2">
            {mergedFrom.map(({ operationId, identityId: from, by, at }) => (
              <li key={operationId}>
                {other(from)}, by {by}, <TimeStamp value={at} /> UTC.
                <Moves from={from} to={identityId} />
              </li>
            ))}
          </ul>
        </Callout>
      )}
    </>
  )
}

/** The two IDs that whoever moves an app's data needs. */
function Moves({ from, to }: { from: string; to: string }) {
  return (
    <p className="mt-1 flex flex-wrap items-center gap-x-1">
      <span className="text-soft">To move the data by hand:</span>
      <CopyButton value={from} label={`Copy old ID ${from}`} />
      <span aria-hidden>→</span>
      <CopyButton value={to} label={`Copy new ID ${to}`} />
      <CopyButton value={JSON.stringify({ from, to })} label="Copy both IDs as JSON" />
      <span aria-hidden className="text-xs text-soft">
        JSON
      </span>
    </p>
  )
}
