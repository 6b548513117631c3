'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { momentOf, restoreTitle } from '#components/restore/restore-title.ts'
import { Button } from '#components/ui/button.tsx'
import { useDenial } from '#components/use-denial.ts'
import type { StoredConfiguration } from '#lib/history/stored-configuration.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import type { Present } from '#lib/history/plan-restore.ts'
import { presentConfiguration } from '#lib/history/restore-queries.ts'

const RestoreDialog = dynamic(() => import('#components/restore/restore-dialog.tsx'), { ssr: false })

type RestoreButtonProps = {
  pool: PoolRef
  stored: StoredConfiguration
  when: 'before' | 'after'
  words: string
  /** What the operation did, in words. */
  label: string
  startedAt: number
}

/** Reads the pool as it is now, then opens the review of what going back would change. */
export function RestoreButton({ pool, stored, when, words, label, startedAt }: RestoreButtonProps) {
  const [present, setPresent] = useState<Present | null>(null)
  const reading = useMutation(presentConfiguration(pool, stored, useQueryClient()))
  const denied = useDenial(pool.connectionId, 'pools:update')
  return (
    <>
      <Button
        size="sm"
        aria-label={`${words}: ${label}, ${momentOf(startedAt)}`}
        denied={denied}
        pending={reading.isPending}
        onClick={() => reading.mutate(undefined, { onSuccess: setPresent })}
      >
        {words}
      </Button>
      {present && (
        <RestoreDialog
          pool={pool}
          title={restoreTitle(stored, when, startedAt)}
          stored={stored}
          present={present}
          onClose={() => setPresent(null)}
        />
      )}
    </>
  )
}
