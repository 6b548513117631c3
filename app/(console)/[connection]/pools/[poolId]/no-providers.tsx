import Link from 'next/link'
import { accessPath } from '#lib/core/paths.ts'
import type { PoolRef } from '#lib/core/refs.ts'

type NoProvidersProps = {
  pool: PoolRef
  /** Whether guests get in nevertheless. */
  guests: boolean
}

/** Says that nobody can sign in to the pool, and where that is set. */
export function NoProviders({ pool, guests }: NoProvidersProps) {
  return (
    <p className="mb-3">
      This pool has no login providers: {guests ? 'only guests get in' : 'nobody gets in'}.{' '}
      <Link href={accessPath(pool)} className="rounded-sm text-accent-ink underline">
        Set them in Access
      </Link>
    </p>
  )
}
