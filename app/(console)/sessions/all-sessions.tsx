'use client'

import { useQuery } from '@tanstack/react-query'
import { Loaded } from '#components/loaded.tsx'
import { SessionTable } from '#components/sessions/session-table.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Section } from '#components/ui/section.tsx'
import { accessTokens, allSessions } from '#lib/sign-in/queries.ts'
import { AccessTokens } from './access-tokens.tsx'

/** Who is signed in, and which programs have tokens: for admins. */
export function AllSessions() {
  const sessions = useQuery(allSessions())
  const tokens = useQuery(accessTokens())
  return (
    <>
      <PageHeader title="Sessions" />
      <div className="space-y-8">
        <Section title="Who is signed in" description="A session that you end stops within a second.">
          <Loaded query={sessions} title="The sessions could not be read" skeleton="h-40">
            {(all) => <SessionTable caption="Sessions" sessions={all} verb="End session" named />}
          </Loaded>
        </Section>
        <Loaded query={tokens} title="The tokens could not be read" skeleton="h-40">
          {(all) => <AccessTokens tokens={all} />}
        </Loaded>
      </div>
    </>
  )
}
