'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import ReviewDialog from '#components/save/review-dialog.tsx'
import { toSaveCommands } from '#lib/code/to-aws-cli.ts'
import { diffFacts } from '#lib/facts/facts.ts'
import { errorShape } from '#lib/core/errors.ts'
import { editedTags, toAccessSettings, withSettings } from '#lib/pool-access/access-settings.ts'
import { consequences } from '#lib/pool-access/consequences.ts'
import { accessChanges, tagEdits } from '#lib/pool-access/pool-change.ts'
import { accessSave } from '#lib/pool-access/queries.ts'
import { rebaseSettings } from '#lib/pool-access/rebase-settings.ts'
import type { AccessSettings } from '#lib/pool-access/schema.ts'
import { poolFacts } from '#lib/pools/pool-facts.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import type { Pool } from '#lib/pools/pool.ts'
import { poolKeys } from '#lib/pools/queries.ts'
import { principalTagFacts, type ProviderTags } from '#lib/principal-tags/principal-tags.ts'
import { toast } from '#lib/client/toast.ts'
import { ConsequenceList } from './consequence-list.tsx'

type AccessReviewProps = {
  pool: PoolRef
  base: Pool
  latest: Pool
  latestTags: ProviderTags[]
  settings: AccessSettings
  /** The form starts again from what the service has, with these values in it. */
  onRestart: (present: Pool, values: AccessSettings) => void
  onClose: () => void
}

/** The review of the form's changes, their save, and what to do when somebody else was faster. */
export default function AccessReview(props: AccessReviewProps) {
  const { pool, base, latest, latestTags, settings, onRestart, onClose } = props
  const queryClient = useQueryClient()
  const save = useMutation(accessSave(pool, queryClient))
  const [partly, setPartly] = useState(false)
  const effects = consequences(base, settings)
  const theirs = theirChanges({ base, latest, latestTags, settings })

  const onSave = () => {
    let present = base
    let left = settings
    const step = (saved: Pool, values: AccessSettings) => {
      present = saved
      left = values
      setPartly(true)
      onRestart(present, left)
    }
    save.mutate(
      {
        seen: base,
        settings,
        onPoolSaved: (saved) => step(saved, { ...toAccessSettings(saved), principalTags: left.principalTags }),
        onTagsSaved: (done) =>
          step(present, { ...left, principalTags: left.principalTags.filter((edit) => edit !== done) }),
      },
      {
        onSuccess: () => {
          onRestart(present, toAccessSettings(present))
          toast({ title: `Saved ${present.name}`, tone: 'success' })
          onClose()
        },
        onSettled: (_, error) => {
          const moved = error === null || ['CONFLICT', 'UNKNOWN_OUTCOME'].includes(errorShape(error).code)
          if (moved || left !== settings)
            void queryClient.invalidateQueries({ queryKey: poolKeys.all(pool.connectionId) })
        },
      },
    )
  }

  return (
    <ReviewDialog
      title="Review changes"
      changes={accessChanges(base, settings)}
      consequences={effects.length > 0 && <ConsequenceList pool={pool} effects={effects} />}
      command={() => toSaveCommands(withSettings(base, settings), tagEdits(base, settings).map(editedTags))}
      saveLabel="Save changes"
      saving={save.isPending}
      error={save.error}
      partly={partly}
      theirs={theirs}
      onSave={onSave}
      onReapply={() => {
        onRestart(latest, rebaseSettings({ base, mine: settings, theirs: latest, tags: latestTags }))
        save.reset()
      }}
      onClose={onClose}
    />
  )
}

type Moved = Pick<AccessReviewProps, 'base' | 'latest' | 'latestTags' | 'settings'>

/** What the service has now beside what the form showed; null while nothing is known to have moved. */
function theirChanges({ base, latest, latestTags, settings }: Moved) {
  const edited = settings.principalTags.flatMap(({ before }) => (before ? [before] : []))
  const moved = edited.flatMap((before) => {
    const now = latestTags.find(({ provider }) => provider === before.provider)
    return now && now.fingerprint !== before.fingerprint ? [{ before, now }] : []
  })
  if (latest.fingerprint === base.fingerprint && moved.length === 0) return null
  return diffFacts(
    [...poolFacts(base), ...moved.flatMap(({ before }) => principalTagFacts(before))],
    [...poolFacts(latest), ...moved.flatMap(({ now }) => principalTagFacts(now))],
  )
}
