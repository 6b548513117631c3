import { isId } from '#lib/core/limits.ts'
import { poolRef } from '#lib/core/refs.ts'
import { DeveloperIdentities } from './developer-identities.tsx'
import { titleOfPool } from '../title-of-pool.ts'

export const generateMetadata = titleOfPool('Developer identities')

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
