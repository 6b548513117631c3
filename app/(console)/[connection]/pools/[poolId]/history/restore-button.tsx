'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { useDenial } from '#components/use-denial.ts'
import type { StoredConfiguration } from '#lib/history/stored-configuration.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import type { Present } from '#lib/history/plan-restore.ts'
import { presentConfiguration } from '#lib/history/restore-queries.ts'

const RestoreDialog = dynamic(() => import('./restore-dialog.tsx'), { ssr: false })

const nouns = { pool: 'configuration', roles: 'roles', 'principal-tags': 'principal tags', tags: 'tags' }

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
  const moment = `${new Date(startedAt).toISOString().slice(0, 19).replace('T', ' ')} UTC`
  return (
    <>
      <Button
        size="sm"
        aria-label={`${words}: ${label}, ${moment}`}
        denied={denied}
        pending={reading.isPending}
        onClick={() => reading.mutate(undefined, { onSuccess: setPresent })}
      >
        {words}
      </Button>
      {present && (
        <RestoreDialog
          pool={pool}
          title={`Restore the ${nouns[stored.kind]} ${when} ${moment}`}
          stored={stored}
          present={present}
          onClose={() => setPresent(null)}
        />
      )}
    </>
  )
}
