'use client'

import { useQueryClient } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { useId } from 'react'
import { FormProvider, useForm, useWatch } from 'react-hook-form'
import { ReadOnlyNote } from '#components/read-only-note.tsx'
import { BehindNotice } from '#components/save/behind-notice.tsx'
import { ReviewedSave } from '#components/save/reviewed-save.tsx'
import { useLateResolver } from '#components/save/use-late-resolver.ts'
import { useReviewedSave } from '#components/save/use-reviewed-save.ts'
import { TagFields } from '#components/tag-fields.tsx'
import { Card } from '#components/ui/card.tsx'
import { LiveFieldset } from '#components/live-fieldset.tsx'
import { Section } from '#components/ui/section.tsx'
import { useDenial } from '#components/use-denial.ts'
import { diffFacts } from '#lib/facts/facts.ts'
import { rebaseMap } from '#lib/facts/rebase.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { poolKeys } from '#lib/pools/queries.ts'
import { tagFacts, type PoolTags } from '#lib/pools/pool-tags.ts'
import { poolTags, saveTags } from '#lib/pools/tag-queries.ts'
import { isReservedTag } from '#lib/pools/reserved-tag.ts'
import type { TagRows } from '#lib/pools/tag-rows.ts'
import { ReservedTags } from './reserved-tags.tsx'

const TagsReviewDialog = dynamic(() => import('./tags-review-dialog.tsx'), { ssr: false })

const loadResolver = async () => (await import('./tags-resolver.ts')).tagsResolver

const partOf = ({ tags }: PoolTags, reserved: boolean) =>
  Object.fromEntries(Object.entries(tags).filter(([key]) => isReservedTag(key) === reserved))
const own = (present: PoolTags) => partOf(present, false)
const changesOf = (before: Record<string, string>, after: Record<string, string>) =>
  diffFacts(tagFacts(before), tagFacts(after))
const toRows = (tags: Record<string, string>): TagRows => Object.entries(tags).map(([key, value]) => ({ key, value }))
const toTags = (rows: TagRows) => Object.fromEntries(rows.map(({ key, value }) => [key, value]))

/** `latest` is what the service has now; the form keeps to what it showed until the operator takes over a change. */
export function TagsForm({ pool, latest }: { pool: PoolRef; latest: PoolTags }) {
  const queryClient = useQueryClient()
  const denied = useDenial(pool.connectionId, 'pools:update')
  const note = useId()
  const form = useForm<{ tags: TagRows }>({
    resolver: useLateResolver(loadResolver),
    defaultValues: { tags: toRows(own(latest)) },
  })
  const mine = useWatch({ control: form.control, compute: ({ tags }) => toTags(tags) })
  const review = useReviewedSave({
    latest,
    mine,
    changes: (base, tags) => changesOf(own(base), tags),
    theirs: (base, present) => changesOf(own(base), own(present)),
    rebase: (base, tags, present, pick) => rebaseMap(own(base), tags, own(present), { pick, unit: 'tag' }),
    toMine: own,
    show: (tags) => form.reset({ tags: toRows(tags) }),
    save: ({ base, mine: tags, operationId, onStep }) =>
      saveTags(pool, queryClient, {
        base,
        next: { ...partOf(base, true), ...tags },
        operationId,
        onStep: (present) => onStep(present, tags),
      }),
    read: () => queryClient.query({ ...poolTags(pool), staleTime: 0 }),
    refresh: () => void queryClient.invalidateQueries({ queryKey: poolKeys.detail(pool) }),
    said: () => 'Tags saved',
    undo: pool,
  })
  const { base, open, unread } = review
  const onReview = form.handleSubmit(open)

  return (
    <Section
      title="Tags"
      className="max-w-form"
      description="Keys and values of your own on this pool, for cost reports and IAM conditions. A pool has at most 50."
    >
      <FormProvider {...form}>
        <BehindNotice review={review} />
        <form
          noValidate
          aria-label="Tags"
          aria-describedby={denied === null ? undefined : note}
          onSubmit={(event) => void onReview(event)}
        >
          <ReadOnlyNote id={note} denied={denied} />
          <Card>
            <LiveFieldset disabled={denied !== null || unread}>
              <TagFields />
            </LiveFieldset>
            <ReservedTags tags={Object.entries(partOf(base, true))} />
          </Card>
          <ReviewedSave review={review} denied={denied} onReview={() => void onReview()}>
            <TagsReviewDialog pool={pool} review={review} arn={base.arn} before={own(base)} after={mine} />
          </ReviewedSave>
        </form>
      </FormProvider>
    </Section>
  )
}
