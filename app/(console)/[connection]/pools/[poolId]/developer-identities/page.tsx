import type { Metadata } from 'next'
import { isId } from '#lib/core/limits.ts'
import { poolRef } from '#lib/core/refs.ts'
import { DeveloperIdentities } from './developer-identities.tsx'

export const metadata: Metadata = { title: 'Developer identities' }

export default async function DeveloperIdentitiesPage({
  params,
  searchParams,
}: PageProps<'/[connection]/pools/[poolId]/developer-identities'>) {
  const pool = poolRef(await params)
  if (!pool) return null
  const { stays, moves } = await searchParams
  return <DeveloperIdentities pool={pool} keep={idOf(stays)} move={idOf(moves)} />
}

const idOf = (parameter: string | string[] | undefined) =>
  typeof parameter === 'string' && isId(parameter) ? parameter : null
