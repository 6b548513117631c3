'use client'

import { useState } from 'react'
import { DeleteMany } from './delete-many.tsx'
import { DeleteOne } from './delete-one.tsx'
import type { DeletionProps } from './deletion-props.ts'

/**
 * Deletes a frozen set of identities: one at once, several as a job that goes on without its page. What turns out to be
 * other than shown is looked at again first.
 */
export default function DeleteIdentitiesDialog(props: Omit<DeletionProps, 'onLooked'>) {
  const [looks, setLooks] = useState({ count: 0, identityIds: props.identityIds })
  const Deletion = looks.identityIds.length === 1 ? DeleteOne : DeleteMany
  return (
    <Deletion
      {...props}
      key={looks.count}
      identityIds={looks.identityIds}
      onLooked={(identityIds) => setLooks({ count: looks.count + 1, identityIds })}
    />
  )
}
