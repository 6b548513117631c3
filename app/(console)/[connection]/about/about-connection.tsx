'use client'

import { useQuery } from '@tanstack/react-query'
import { ConnectionCaller } from '#components/shell/connection-caller.tsx'
import { Card } from '#components/ui/card.tsx'
import { DefinitionList } from '#components/ui/definition-list.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Section } from '#components/ui/section.tsx'
import { consoleSession } from '#lib/connections/queries.ts'
import { ConnectionHealth } from './connection-health.tsx'
import { ConnectionTest } from './connection-test.tsx'
import { NeededPolicy } from './needed-policy.tsx'

/** What a connection is, whether its calls are answered, and the policy that it needs. */
export function AboutConnection({ connectionId }: { connectionId: string }) {
  const connection = useQuery(consoleSession()).data?.connections.find(({ id }) => id === connectionId)
  if (!connection) return null
  const { name, regions, readOnly, readsIam, readsUserPools, cli } = connection
  return (
    <>
      <PageHeader title={`Connection ${name}`} />
      <div className="max-w-form space-y-6">
        <Section title="What it is">
          <Card>
            <DefinitionList
              items={[
                { term: 'Regions', detail: regions.join(', ') },
                { term: 'Endpoint', detail: cli.endpoint ?? 'AWS' },
                { term: 'Profile', detail: cli.profile ?? 'None' },
                { term: 'Writes', detail: readOnly ? 'None: it is read-only' : 'As its people may' },
                { term: 'IAM', detail: readsIam ? 'Read' : 'Not read' },
                { term: 'User pools', detail: readsUserPools ? 'Read' : 'Not read' },
              ]}
            />
            <div className="-mx-2 mt-3">
              <ConnectionCaller connection={connection} />
            </div>
          </Card>
        </Section>
        <ConnectionHealth connectionId={connectionId} regions={regions} />
        <ConnectionTest connectionId={connectionId} regions={regions} />
        <NeededPolicy readsIam={readsIam} />
      </div>
    </>
  )
}
