'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { FormProvider, useForm, useWatch } from 'react-hook-form'
import { z } from 'zod'
import { BehindNotice } from '#components/save/behind-notice.tsx'
import { LeaveGuard } from '#components/save/leave-guard.tsx'
import { SaveBar } from '#components/save/save-bar.tsx'
import { TagFields } from '#components/tag-fields.tsx'
import { Card } from '#components/ui/card.tsx'
import { Section } from '#components/ui/section.tsx'
import { useDenial } from '#components/use-denial.ts'
import { useHydrated } from '#components/use-hydrated.ts'
import { toTagCommands } from '#lib/code/tag-commands.ts'
import { diffFacts } from '#lib/facts/facts.ts'
import { rebaseMap } from '#lib/facts/rebase.ts'
import { errorShape } from '#lib/core/errors.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { poolKeys } from '#lib/pools/queries.ts'
import { tagFacts, type PoolTags } from '#lib/pools/pool-tags.ts'
import { poolTags, poolTagsSave } from '#lib/pools/tag-queries.ts'
import { isReservedTag } from '#lib/pools/reserved-tag.ts'
import { tagRowsSchema, type TagRows } from '#lib/pools/tag-rows.ts'
import { toast } from '#lib/client/toast.ts'
import { ReservedTags } from './reserved-tags.tsx'

const ReviewDialog = dynamic(() => import('#components/save/review-dialog.tsx'), { ssr: false })

const schema = z.object({ tags: tagRowsSchema })

const own = ({ tags }: PoolTags) => Object.fromEntries(Object.entries(tags).filter(([key]) => !isReservedTag(key)))
const toRows = (tags: Record<string, string>): TagRows => Object.entries(tags).map(([key, value]) => ({ key, value }))
const toTags = (rows: TagRows) => Object.fromEntries(rows.map(({ key, value }) => [key, value]))

/** `latest` is what the service has now; the form keeps to what it showed until the operator takes over a change. */
export function TagsForm({ pool, latest }: { pool: PoolRef; latest: PoolTags }) {
  const queryClient = useQueryClient()
  const denied = useDenial(pool.connectionId, 'pools:update')
  const [base, setBase] = useState(latest)
  const hydrated = useHydrated()
  const [reviewing, setReviewing] = useState(false)
  const [partly, setPartly] = useState(false)
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: { tags: toRows(own(latest)) },
  })
  const save = useMutation(poolTagsSave(pool))
  const mine = useWatch({ control: form.control, compute: ({ tags }) => toTags(tags) })
  const before = own(base)
  const changes = diffFacts(tagFacts(before), tagFacts(mine))
  const reserved = Object.entries(base.tags).filter(([key]) => isReservedTag(key))

  const show = (present: PoolTags) => {
    setBase(present)
    queryClient.setQueryData(poolTags(pool).queryKey, present)
  }
  const reset = (present: PoolTags, tags: Record<string, string>) => {
    setBase(present)
    form.reset({ tags: toRows(tags) })
    save.reset()
    setPartly(false)
  }
  const review = form.handleSubmit(() => setReviewing(true))
  const onSave = () =>
    save.mutate(
      {
        seen: base,
        next: { ...Object.fromEntries(reserved), ...mine },
        onStep: (present) => {
          show(present)
          setPartly(true)
        },
      },
      {
        onSuccess: (saved) => {
          reset(saved, own(saved))
          setReviewing(false)
          toast({ title: 'Tags saved', tone: 'success' })
          void queryClient.invalidateQueries({ queryKey: poolKeys.detail(pool) })
        },
        onError: (error) => {
          const { code } = errorShape(error)
          if (code === 'CONFLICT' || code === 'UNKNOWN_OUTCOME')
            void queryClient.invalidateQueries({ queryKey: poolKeys.detail(pool) })
        },
      },
    )
  const behind = latest.fingerprint !== base.fingerprint && changes.length === 0 && !reviewing

  return (
    <Section
      title="Tags"
      description="Keys and values of your own on this pool, for cost reports and IAM conditions. A pool has at most 50."
    >
      <FormProvider {...form}>
        {behind && <BehindNotice onShow={() => reset(latest, own(latest))} />}
        <form noValidate onSubmit={(event) => void review(event)}>
          <Card>
            <fieldset disabled={denied !== null || !hydrated}>
              <TagFields />
            </fieldset>
            <ReservedTags tags={reserved} />
          </Card>
          <SaveBar
            changes={changes.length}
            denied={denied}
            onDiscard={() => reset(latest, own(latest))}
            onReview={() => void review()}
          />
        </form>
      </FormProvider>
      <LeaveGuard active={changes.length > 0} />
      {reviewing && (
        <ReviewDialog
          title="Review changes"
          changes={changes}
          command={() => toTagCommands(pool, base.arn, before, mine)}
          saveLabel="Save tags"
          saving={save.isPending}
          error={save.error}
          partly={partly}
          theirs={latest.fingerprint === base.fingerprint ? null : diffFacts(tagFacts(before), tagFacts(own(latest)))}
          onSave={onSave}
          onReapply={() => reset(latest, rebaseMap(before, mine, own(latest)))}
          onClose={() => {
            setReviewing(false)
            setPartly(false)
            save.reset()
          }}
        />
      )}
    </Section>
  )
}
