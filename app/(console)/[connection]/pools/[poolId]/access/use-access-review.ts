'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useReviewedSave } from '#components/save/use-reviewed-save.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { diffFacts } from '#lib/facts/facts.ts'
import { toAccessSettings } from '#lib/pool-access/access-settings.ts'
import { accessChanges } from '#lib/pool-access/pool-change.ts'
import { saveAccess } from '#lib/pool-access/queries.ts'
import { rebaseSettings } from '#lib/pool-access/rebase-settings.ts'
import type { AccessSettings } from '#lib/pool-access/schema.ts'
import type { Pool } from '#lib/pools/pool.ts'
import { poolFacts } from '#lib/pools/pool-facts.ts'
import { poolDetail, poolKeys } from '#lib/pools/queries.ts'
import { principalTagFacts, taggedProviders } from '#lib/principal-tags/principal-tags.ts'
import { principalTagsOf } from '#lib/principal-tags/queries.ts'

type AccessReview = { pool: PoolRef; latest: Pool; settings: AccessSettings; show: (values: AccessSettings) => void }

/** The review of what the Access form changes of a pool and of its providers' principal tags. */
export function useAccessReview({ pool, latest, settings, show }: AccessReview) {
  const client = useQueryClient()
  const tagsOf = (present: Pool) => principalTagsOf(pool, taggedProviders(present))
  const tagsNow = (present: Pool) => client.getQueryData(tagsOf(present).queryKey) ?? []
  return useReviewedSave<Pool, AccessSettings>({
    latest,
    mine: settings,
    changes: accessChanges,
    theirs(base, present, mine) {
      const edited = mine.principalTags.flatMap(({ before }) => (before ? [before] : []))
      const all = tagsNow(present)
      const now = edited.map((before) => all.find(({ provider }) => provider === before.provider) ?? before)
      return diffFacts(
        [...poolFacts(base), ...edited.flatMap(principalTagFacts)],
        [...poolFacts(present), ...now.flatMap(principalTagFacts)],
      )
    },
    rebase: (base, mine, theirs, pick) => rebaseSettings({ base, mine, theirs, tags: tagsNow(theirs), pick }),
    toMine: toAccessSettings,
    show,
    save: (save) => saveAccess(pool, client, save),
    async read() {
      const present = await client.query({ ...poolDetail(pool), staleTime: 0 })
      if (settings.principalTags.length > 0) await client.query({ ...tagsOf(present), staleTime: 0 })
      return present
    },
    refresh: () => void client.invalidateQueries({ queryKey: poolKeys.all(pool.connectionId) }),
    said: ({ name }) => `Saved ${name}`,
    undo: pool,
  })
}
