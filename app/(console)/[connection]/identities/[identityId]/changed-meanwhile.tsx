'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { useEffect, useState } from 'react'
import { auditKeys, identityHistory } from '#lib/history/queries.ts'
import type { IdentityRef } from '#lib/core/refs.ts'

const ChangedNotice = dynamic(() => import('./changed-notice.tsx'), { ssr: false })

type ChangedMeanwhileProps = { identity: IdentityRef; changed: boolean; onSeen: () => void }

/** Says that somebody else changed what is on screen, and who it was where the audit log knows. */
export function ChangedMeanwhile({ identity, changed, onSeen }: ChangedMeanwhileProps) {
  const client = useQueryClient()
  const { connectionId, identityId } = identity
  const { data } = useQuery(identityHistory(identity))
  const newest = data?.entries[0]?.sequence ?? 0
  const [seen, setSeen] = useState<number | null>(null)
  if (data && (seen === null || (!changed && seen !== newest))) setSeen(newest)
  useEffect(() => {
    if (changed) void client.invalidateQueries({ queryKey: auditKeys.identity({ connectionId, identityId }) })
  }, [changed, client, connectionId, identityId])
  if (!changed) return null
  return (
    <ChangedNotice
      identityId={identityId}
      later={data?.entries.filter(({ sequence }) => sequence > (seen ?? 0)) ?? []}
      onSeen={() => {
        setSeen(newest)
        onSeen()
      }}
    />
  )
}
