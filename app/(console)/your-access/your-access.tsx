'use client'

import { useQuery } from '@tanstack/react-query'
import { Loaded } from '#components/loaded.tsx'
import { SessionTable } from '#components/sessions/session-table.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Section } from '#components/ui/section.tsx'
import { ownAccess } from '#lib/sign-in/queries.ts'
import { AccessTable } from './access-table.tsx'

/** What the person may do, connection by connection, and where they are signed in. */
export function YourAccess() {
  const access = useQuery(ownAccess())
  return (
    <>
      <PageHeader title="Your access" />
      <Loaded query={access} title="Your access could not be read" skeleton="h-64">
        {({ access: rights, sessions }) => (
          <div className="space-y-8">
            <Section
              title="What you may do"
              description="Roles are given in lifeguard.config.json, and by the provider where you sign in."
            >
              <AccessTable rights={rights} />
            </Section>
            <Section title="Where you are signed in" description="A session that you end stops there within a second.">
              <SessionTable caption="Your sessions" sessions={sessions} verb="Sign out" />
            </Section>
          </div>
        )}
      </Loaded>
    </>
  )
}
