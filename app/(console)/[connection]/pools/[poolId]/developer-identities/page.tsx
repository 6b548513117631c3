import type { Metadata } from 'next'
import { poolRef } from '#lib/core/refs.ts'
import { DeveloperIdentities } from './developer-identities.tsx'

export const metadata: Metadata = { title: 'Developer identities' }

export default async function DeveloperIdentitiesPage({
  params,
  searchParams,
}: PageProps<'/[connection]/pools/[poolId]/developer-identities'>) {
  const pool = poolRef(await params)
  if (!pool) return null
  const { user } = await searchParams
  return <DeveloperIdentities pool={pool} user={typeof user === 'string' ? user : ''} />
}
