import type { Metadata } from 'next'
import { Hydrated } from '#components/hydrated.tsx'
import { dehydrated, prefetch } from '#lib/client/prefetch.ts'
import { ownAccess } from '#lib/sign-in/queries.ts'
import { YourAccess } from './your-access.tsx'

export const metadata: Metadata = { title: 'Your access' }

export default async function YourAccessPage() {
  await prefetch(ownAccess())
  return (
    <Hydrated state={dehydrated()}>
      <YourAccess />
    </Hydrated>
  )
}
