'use client'

import { isolated } from '#lib/core/isolated.ts'
import Link from 'next/link'
import { useState } from 'react'
import { PoolLink } from '#components/pool-link.tsx'
import { TokenIdentity } from '#components/token-identity/token-identity.tsx'
import { TokenRemedies } from '#components/token-verdict/token-remedies.tsx'
import { SentenceList } from '#components/ui/sentence-list.tsx'
import { Button } from '#components/ui/button.tsx'
import { useDenial } from '#components/use-denial.ts'
import { accessTestPath } from '#lib/core/paths.ts'
import type { TokenRemedy } from '#lib/login-tokens/judge-token.ts'
import type { Pool } from '#lib/pools/pool.ts'

type TokenTakerProps = {
  connectionId: string
  detail: Pool
  how: string
  /** What is wrong with the token there, and what would help. */
  why: readonly string[]
  remedies: readonly TokenRemedy[]
  provider: string
  token: string
  onSent: () => void
}

/** A pool that takes a token, and the way to learn which identity the token signs in to there. */
export function TokenTaker({ connectionId, detail, how, why, remedies, provider, token, onSent }: TokenTakerProps) {
  const [asking, setAsking] = useState(false)
  const pool = { connectionId, poolId: detail.poolId }
  const denied = useDenial(connectionId, 'access:test')
  return (
    <li className="flex flex-wrap items-center justify-between gap-2 py-2 first:pt-0 last:pb-0">
      <PoolLink pool={pool} />
      <span className="text-soft">{how}</span>
      <span className="flex flex-wrap items-center gap-3">
        {denied === null && (
          <Link href={accessTestPath(pool)} prefetch={false} className="rounded-sm text-accent-ink hover:underline">
            Test access
          </Link>
        )}
        <Button
          size="sm"
          aria-label={`Which identity in ${isolated(detail.name)}?`}
          aria-expanded={asking}
          onClick={() => setAsking(!asking)}
        >
          Which identity?
        </Button>
      </span>
      {why.length > 0 && (
        <div className="w-full">
          <SentenceList sentences={why} />
          <TokenRemedies remedies={remedies} pool={pool} providers={[]} />
        </div>
      )}
      {asking && (
        <TokenIdentity key={token} pool={pool} detail={detail} provider={provider} token={token} onSent={onSent} />
      )}
    </li>
  )
}
