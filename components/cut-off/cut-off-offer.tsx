'use client'

import { useQuery } from '@tanstack/react-query'
import { Unplug } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import type { PoolRef } from '#lib/core/refs.ts'
import { credentialsLive, hasAllEnded, type CredentialLife } from '#lib/reach/credential-life.ts'
import { poolCutOff } from '#lib/reach/queries.ts'
import { Button } from '../ui/button.tsx'

const CutOffDialog = dynamic(() => import('./cut-off-dialog.tsx'), { ssr: false })

export type CutOffOfferProps = {
  /** Their pool, where it is known. */
  pool: PoolRef | null
  /** Who is gone; none where their ids are not known. */
  identityIds: readonly string[]
  /** When their credentials ended, epoch milliseconds; a moment ago unless told otherwise. */
  since?: number | null
}

const unknown: CredentialLife = { seconds: 43_200, by: 'bound' }

/** Says how long credentials of identities that are gone live on, and leads to what ends them earlier. */
export default function CutOffOffer({ pool, identityIds, since = null }: CutOffOfferProps) {
  const [openedAt, setOpenedAt] = useState<number | null>(null)
  const [shownAt] = useState(() => Date.now())
  const query = useQuery({ ...poolCutOff(pool ?? { connectionId: '', poolId: '' }), enabled: pool !== null })
  if (query.isLoading) return null
  const { roles, life } = query.data ?? { roles: [], life: unknown }
  if ((query.data && roles.length === 0) || (since !== null && hasAllEnded(life, { since, now: shownAt }))) return null
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-soft print:hidden">
        <span>{credentialsLive(life)}</span>
        <Button size="sm" icon={<Unplug />} onClick={() => setOpenedAt(Date.now())}>
          Cut off…
        </Button>
      </p>
      {openedAt !== null && (
        <CutOffDialog
          identityIds={identityIds}
          roles={roles}
          life={life}
          at={openedAt}
          onClose={() => setOpenedAt(null)}
        />
      )}
    </>
  )
}
