'use client'

import { Trash2 } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useState, type ReactNode } from 'react'
import type { PoolRef } from '#lib/core/refs.ts'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { useDenial } from '../use-denial.ts'

const DeleteIdentitiesDialog = dynamic(() => import('../delete-identities/delete-identities-dialog.tsx'), {
  ssr: false,
})

type MadeIdentityProps = {
  pool: PoolRef
  identityId: string
  /** What made it, and what becomes of it. */
  title: string
  text: string
  /** Of the button that takes it back, and what is said afterwards. */
  deleteLabel?: string
  afterwards?: { title: string; text: ReactNode }
  onDeleted?: () => void
}

/** An identity that an act of the console has just made, and the way to take it back. */
export function MadeIdentity(props: MadeIdentityProps) {
  const { pool, identityId, title, text, deleteLabel = 'Delete the identity this made', onDeleted } = props
  const { afterwards = goneAgain(identityId) } = props
  const [deleting, setDeleting] = useState(false)
  const [deleted, setDeleted] = useState(false)
  const denied = useDenial(pool.connectionId, 'identities:delete')
  return (
    <>
      {deleted ? (
        <Callout title={afterwards.title}>{afterwards.text}</Callout>
      ) : (
        <Callout tone="warning" title={title}>
          <p>{denied ?? text}</p>
          <Button
            size="sm"
            variant="danger"
            icon={<Trash2 />}
            className="mt-2"
            denied={denied}
            onClick={() => setDeleting(true)}
          >
            {deleteLabel}
          </Button>
        </Callout>
      )}
      {deleting && (
        <DeleteIdentitiesDialog
          connectionId={pool.connectionId}
          pool={pool}
          identityIds={[identityId]}
          own
          onDeleted={() => setDeleted(true)}
          onClose={() => {
            setDeleting(false)
            if (deleted) onDeleted?.()
          }}
        />
      )}
    </>
  )
}

const goneAgain = (identityId: string) => ({
  title: 'The identity that this made is deleted',
  text: (
    <>
      <span className="font-mono text-xs wrap-anywhere">{identityId}</span> is gone; nothing is left of asking.
    </>
  ),
})
