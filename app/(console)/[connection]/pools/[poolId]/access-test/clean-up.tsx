'use client'

import { MadeIdentity } from '#components/token-identity/made-identity.tsx'
import { Callout } from '#components/ui/callout.tsx'
import type { TestRun } from '#lib/access-test/run-test.ts'
import type { PoolRef } from '#lib/core/refs.ts'

/** What the test left behind. Only an identity that the test is proven to have made is offered for deletion. */
export function CleanUp({ pool, run: { identity, credentials } }: { pool: PoolRef; run: TestRun }) {
  if (identity.status === 'refused' && ['UNKNOWN_OUTCOME', 'NOT_READ_BACK'].includes(identity.error.code))
    return (
      <Callout tone="warning" title="An identity may have been made" className="mt-4">
        The call went out and its answer did not come, so Lifeguard cannot name it. The pool’s identities have it if it
        exists.
      </Callout>
    )
  if (identity.status !== 'answered') return null
  const { identityId, origin } = identity.value
  const session = credentials.status === 'answered' ? ' The credentials stay good until they expire.' : ''
  return (
    <div className="mt-4">
      {origin.made === 'yes' ? (
        <MadeIdentity
          pool={pool}
          identityId={identityId}
          title="This test made an identity"
          text={`It stays in the pool until somebody deletes it.${session}`}
          deleteLabel="Delete the identity this test made"
          afterwards={{ title: 'Cleaned up', text: `The identity that this test made is deleted.${session}` }}
        />
      ) : (
        <Callout title={origin.made === 'no' ? 'Nothing to clean up' : 'Not offered for deletion'}>
          {origin.made === 'no'
            ? 'The identity was there before the test.'
            : 'Nothing proves that this test made the identity: somebody may be using it. Look at its dates first; its page can delete it.'}
        </Callout>
      )}
    </div>
  )
}
