'use client'

import { useWatch } from 'react-hook-form'
import { PrincipalTagFields } from '#components/pool-access/principal-tag-fields.tsx'
import { ProviderSections } from '#components/pool-access/provider-sections.tsx'
import { Card } from '#components/ui/card.tsx'
import { Section } from '#components/ui/section.tsx'
import { closedPool } from '#lib/pool-creation/new-pool.ts'
import type { NewPoolSettings } from '#lib/pool-creation/schema.ts'

export function ProvidersStep({ connectionId }: { connectionId: string }) {
  const region = useWatch<NewPoolSettings, 'region'>({ name: 'region' })
  return (
    <div className="space-y-8">
      <ProviderSections lockedDeveloperProvider={null} place={{ connectionId, region }} />
      <Section
        title="Attributes for access control"
        description="Principal tags: claims that become tags of a user’s session, for IAM policies to test. The roles must allow sts:TagSession, and all tags together may be 460 bytes long."
      >
        <Card>
          <PrincipalTagFields pool={closedPool} present={[]} />
        </Card>
      </Section>
    </div>
  )
}
