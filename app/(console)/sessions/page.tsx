import type { Metadata } from 'next'
import { Hydrated } from '#components/hydrated.tsx'
import { dehydrated, prefetch } from '#lib/client/prefetch.ts'
import { accessTokens, allSessions } from '#lib/sign-in/queries.ts'
import { AllSessions } from './all-sessions.tsx'

export const metadata: Metadata = { title: 'Sessions' }

export default async function SessionsPage() {
  await Promise.all([prefetch(allSessions()), prefetch(accessTokens())])
  return (
    <Hydrated state={dehydrated()}>
      <AllSessions />
    </Hydrated>
  )
}
