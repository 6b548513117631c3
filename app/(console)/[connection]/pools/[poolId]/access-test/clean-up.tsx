'use client'

import { Trash2 } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { useDenial } from '#components/use-denial.ts'
import type { TestRun } from '#lib/access-test/run-test.ts'
import type { PoolRef } from '#lib/core/refs.ts'

const DeleteIdentitiesDialog = dynamic(() => import('#components/delete-identities/delete-identities-dialog.tsx'), {
  ssr: false,
})

/** What the test left behind. Only an identity that the test is proven to have made is offered for deletion. */
export function CleanUp({ pool, run: { identity, credentials } }: { pool: PoolRef; run: TestRun }) {
  const [deleting, setDeleting] = useState(false)
  const [deleted, setDeleted] = useState(false)
  const denied = useDenial(pool.connectionId, 'identities:delete')
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
      {deleted ? (
        <Callout title="Cleaned up">{`The identity that this test made is deleted.${session}`}</Callout>
      ) : origin.made === 'yes' ? (
        <Callout title="This test made an identity">
          <p>{denied ?? `It stays in the pool until somebody deletes it.${session}`}</p>
          <Button
            size="sm"
            variant="danger"
            icon={<Trash2 />}
            className="mt-2"
            denied={denied}
            onClick={() => setDeleting(true)}
          >
            Delete the identity this test made
          </Button>
        </Callout>
      ) : (
        <Callout title={origin.made === 'no' ? 'Nothing to clean up' : 'Not offered for deletion'}>
          {origin.made === 'no'
            ? 'The identity was there before the test.'
            : 'Nothing proves that this test made the identity: somebody may be using it. Look at its dates first; its page can delete it.'}
        </Callout>
      )}
      {deleting && (
        <DeleteIdentitiesDialog
          connectionId={pool.connectionId}
          pool={pool}
          identityIds={[identityId]}
          own
          onDeleted={() => setDeleted(true)}
          onClose={() => setDeleting(false)}
        />
      )}
    </div>
  )
}
