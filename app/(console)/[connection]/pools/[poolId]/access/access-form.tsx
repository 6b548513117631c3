'use client'

import { useQuery } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { useId, useState } from 'react'
import { FormProvider, useForm, useWatch } from 'react-hook-form'
import { GuestAndFlowFields } from '#components/pool-access/guest-and-flow-fields.tsx'
import { PoolNameField } from '#components/pool-access/pool-name-field.tsx'
import { PrincipalTagFields } from '#components/pool-access/principal-tag-fields.tsx'
import { ProviderSections } from '#components/pool-access/provider-sections.tsx'
import { ReadOnlyNote } from '#components/read-only-note.tsx'
import { FindingContext } from '#components/finding-place/finding-context.ts'
import { LostFinding } from '#components/finding-place/lost-finding.tsx'
import { usePlacedFinding } from '#components/finding-place/use-placed-finding.ts'
import { QueryFailure } from '#components/query-failure.tsx'
import { failureOf } from '#components/reading.ts'
import { BehindNotice } from '#components/save/behind-notice.tsx'
import { useLateResolver } from '#components/save/use-late-resolver.ts'
import { ReviewedSave } from '#components/save/reviewed-save.tsx'
import { Card } from '#components/ui/card.tsx'
import { LiveFieldset } from '#components/live-fieldset.tsx'
import { Section } from '#components/ui/section.tsx'
import { useDenial } from '#components/use-denial.ts'
import { accessPlace } from '#lib/pool-access/access-place.ts'
import { toAccessSettings } from '#lib/pool-access/access-settings.ts'
import { same } from '#lib/facts/rebase.ts'
import type { AccessSettings } from '#lib/pool-access/schema.ts'
import { withRemedy, type Remedy } from '#lib/pool-access/with-remedy.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import type { Pool } from '#lib/pools/pool.ts'
import { taggedProviders } from '#lib/principal-tags/principal-tags.ts'
import { principalTagsOf } from '#lib/principal-tags/queries.ts'
import { useAccessReview } from './use-access-review.ts'

const loadResolver = async () => (await import('./access-resolver.ts')).accessResolver
const AccessReviewDialog = dynamic(() => import('./access-review-dialog.tsx'), { ssr: false })

type AccessFormProps = {
  pool: PoolRef
  latest: Pool
  /** What a finding wants changed: in the form from the start, not saved. */
  remedy: Remedy | null
}

/** `latest` is what the service has now; the form keeps to what it showed until the operator takes over a change. */
export function AccessForm({ pool, latest, remedy }: AccessFormProps) {
  const denied = useDenial(pool.connectionId, 'pools:update')
  const note = useId()
  const [start, setStart] = useState(0)
  const tags = useQuery(principalTagsOf(pool, taggedProviders(latest)))
  const [{ values: begun, ...named }] = useState(() => opened(toAccessSettings(latest), remedy, denied === null))
  const form = useForm<AccessSettings>({ resolver: useLateResolver(loadResolver), defaultValues: begun })
  const { placed, isLost, aim } = usePlacedFinding(remedy, () => named)
  const settings = useWatch({ control: form.control, compute: (values: AccessSettings) => values })
  const show = (values: AccessSettings) => {
    form.reset(values)
    setStart((before) => before + 1)
    placed.forget()
  }
  const review = useAccessReview({ pool, latest, settings, show })
  const { base, open, unread } = review
  const onReview = form.handleSubmit(open)

  return (
    <FormProvider {...form}>
      {isLost && <LostFinding title={placed.title} />}
      <BehindNotice review={review} />
      <form
        noValidate
        aria-label="Access"
        aria-describedby={denied === null ? undefined : note}
        className="max-w-form"
        onSubmit={(event) => void onReview(event)}
      >
        <ReadOnlyNote id={note} denied={denied} />
        {/* A reset forgets its fields: they are drawn anew, so that each of them registers again. */}
        <FindingContext value={placed}>
          <LiveFieldset key={start} disabled={denied !== null || unread} className="min-w-0 space-y-8">
            <Section title="Pool">
              <Card className="space-y-5">
                <PoolNameField />
                <GuestAndFlowFields />
              </Card>
            </Section>
            <ProviderSections
              lockedDeveloperProvider={base.developerProviderName}
              place={{ connectionId: pool.connectionId, region: base.region }}
            />
            <Section
              title="Attributes for access control"
              description="Principal tags: claims that become tags of a user’s session, for IAM policies to test. The roles must allow sts:TagSession, and all tags together may be 460 bytes long."
            >
              <Card className="space-y-4">
                <QueryFailure query={tags} title="The principal tags could not be read" bare />
                {(tags.data || !failureOf(tags)) && <PrincipalTagFields pool={base} present={tags.data ?? null} />}
              </Card>
            </Section>
          </LiveFieldset>
        </FindingContext>
        <ReviewedSave review={review} about={aim} denied={denied} onReview={() => void onReview()}>
          <AccessReviewDialog pool={pool} review={review} settings={settings} tags={tags.data} />
        </ReviewedSave>
      </form>
    </FormProvider>
  )
}

/** What the form begins with, and where its address leads; whoever may not save is proposed nothing. */
function opened(settings: AccessSettings, remedy: Remedy | null, writable: boolean) {
  const values = remedy?.proposes && writable ? withRemedy(settings, remedy) : settings
  const place = remedy && accessPlace(settings, remedy)
  return { values, place, isChanged: !same(values, settings) }
}
