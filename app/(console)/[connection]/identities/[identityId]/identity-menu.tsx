'use client'

import { useQuery } from '@tanstack/react-query'
import { Eraser } from 'lucide-react'
import Link from 'next/link'
import { keepErasureDraft } from '#components/erase/erasure-draft.ts'
import { DangerousItem } from '#components/ui/dangerous-item.tsx'
import { menuItem } from '#components/ui/menu.ts'
import { ERASE_PATH } from '#lib/core/paths.ts'
import type { IdentityRef, PoolRef } from '#lib/core/refs.ts'
import { developerIdentity } from '#lib/developer-identities/queries.ts'

type IdentityMenuProps = {
  identity: IdentityRef
  pool: PoolRef | null
  /** Why it may not be deleted, null when it may. */
  denied: string | null
  onDelete: () => void
}

/** What ends an identity, or all that is known of its person; the erasure starts with what the page has read of them. */
export default function IdentityMenu({ identity, pool, denied, onDelete }: IdentityMenuProps) {
  const { connectionId, identityId } = identity
  const asked = pool ?? { connectionId, poolId: '' }
  const { data } = useQuery({ ...developerIdentity(asked, { identityId }), enabled: false })
  return (
    <>
      <Link
        href={ERASE_PATH}
        prefetch={false}
        onClick={() => keepErasureDraft([identityId, ...(data?.userIdentifiers ?? [])])}
        className={menuItem}
      >
        <Eraser />
        Erase a person
      </Link>
      <DangerousItem label="Delete identity…" denied={denied} onChoose={onDelete} />
    </>
  )
}
