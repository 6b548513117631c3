'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { FormProvider, useForm, useWatch } from 'react-hook-form'
import { GuestAndFlowFields } from '#components/pool-access/guest-and-flow-fields.tsx'
import { PoolNameField } from '#components/pool-access/pool-name-field.tsx'
import { PrincipalTagFields } from '#components/pool-access/principal-tag-fields.tsx'
import { ProviderSections } from '#components/pool-access/provider-sections.tsx'
import { QueryFailure } from '#components/query-failure.tsx'
import { failureOf } from '#components/reading.ts'
import { BehindNotice } from '#components/save/behind-notice.tsx'
import { ReviewedSave } from '#components/save/reviewed-save.tsx'
import { Card } from '#components/ui/card.tsx'
import { LiveFieldset } from '#components/live-fieldset.tsx'
import { Section } from '#components/ui/section.tsx'
import { useDenial } from '#components/use-denial.ts'
import { editedTags, toAccessSettings, withSettings } from '#lib/pool-access/access-settings.ts'
import { consequences } from '#lib/pool-access/consequences.ts'
import { tagEdits } from '#lib/pool-access/pool-change.ts'
import { accessSettingsSchema, type AccessSettings } from '#lib/pool-access/schema.ts'
import { withRemedy, type Remedy } from '#lib/pool-access/with-remedy.ts'
import { toSaveCommands } from '#lib/code/to-aws-cli.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import type { Pool } from '#lib/pools/pool.ts'
import { taggedProviders } from '#lib/principal-tags/principal-tags.ts'
import { principalTagsOf } from '#lib/principal-tags/queries.ts'
import { ConsequenceList } from './consequence-list.tsx'
import { useAccessReview } from './use-access-review.ts'
import { usePlaceFocus } from './use-place-focus.ts'

type AccessFormProps = {
  pool: PoolRef
  latest: Pool
  /** What a finding wants changed: in the form from the start, not saved. */
  remedy: Remedy | null
}

/** `latest` is what the service has now; the form keeps to what it showed until the operator takes over a change. */
export function AccessForm({ pool, latest, remedy }: AccessFormProps) {
  const denied = useDenial(pool.connectionId, 'pools:update')
  const [start, setStart] = useState(0)
  const tags = useQuery(principalTagsOf(pool, taggedProviders(latest)))
  const form = useForm<AccessSettings>({
    resolver: zodResolver(accessSettingsSchema),
    defaultValues: remedy ? withRemedy(toAccessSettings(latest), remedy) : toAccessSettings(latest),
  })
  usePlaceFocus(form, remedy)
  const settings = useWatch({ control: form.control, compute: (values: AccessSettings) => values })
  const show = (values: AccessSettings) => {
    form.reset(values)
    setStart((before) => before + 1)
  }
  const review = useAccessReview({ pool, latest, settings, show })
  const { base, open, unread } = review
  const effects = review.reviewing ? consequences(base, settings) : []
  const onReview = form.handleSubmit(open)

  return (
    <FormProvider {...form}>
      <BehindNotice review={review} />
      <form noValidate onSubmit={(event) => void onReview(event)}>
        {/* A reset forgets its fields: they are drawn anew, so that each of them registers again. */}
        <LiveFieldset key={start} disabled={denied !== null || unread} className="max-w-4xl min-w-0 space-y-8">
          <Section title="Pool">
            <Card className="space-y-5">
              <PoolNameField />
              <GuestAndFlowFields />
            </Card>
          </Section>
          <ProviderSections lockedDeveloperProvider={base.developerProviderName} />
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
        <ReviewedSave
          title="Review changes"
          review={review}
          consequences={effects.length > 0 && <ConsequenceList pool={pool} effects={effects} />}
          command={() => toSaveCommands(withSettings(base, settings), tagEdits(base, settings).map(editedTags))}
          saveLabel="Save changes"
          denied={denied}
          onReview={() => void onReview()}
        />
      </form>
    </FormProvider>
  )
}
