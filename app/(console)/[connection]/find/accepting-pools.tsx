'use client'

import { useQueries } from '@tanstack/react-query'
import { Card } from '#components/ui/card.tsx'
import { Section } from '#components/ui/section.tsx'
import { atPool, type PoolVerdict } from '#lib/login-tokens/at-pool.ts'
import type { TokenFacts } from '#lib/login-tokens/read-token.ts'
import type { PoolSummary } from '#lib/pools/pool.ts'
import { poolDetailOfRow } from '#lib/pools/queries.ts'
import { TokenTaker } from './token-taker.tsx'

const words: Record<PoolVerdict['answer'], string> = {
  takes: 'Takes it',
  'iam-decides': 'Takes the provider; the audiences are kept at the IAM identity provider',
  expired: 'Took it until it expired',
  early: 'Takes it once it is valid',
  'other-app': 'Takes the provider, for another app than this one',
  near: 'Nearly names this provider',
}

type AcceptingPoolsProps = {
  connectionId: string
  pools: readonly PoolSummary[]
  facts: TokenFacts
  /** Epoch milliseconds. */
  now: number
  token: string
  onSent: (poolName: string) => void
}

/** The pools of a connection that take a token, and those that nearly do. */
export function AcceptingPools({ connectionId, pools, facts, now, token, onSent }: AcceptingPoolsProps) {
  const results = useQueries({ queries: pools.map(({ poolId }) => poolDetailOfRow({ connectionId, poolId })) })
  const waiting = results.filter(({ isPending }) => isPending).length
  const failed = results.filter(({ isError }) => isError).length
  const takers = results.flatMap(({ data }) => {
    const verdict = data ? atPool(token, data, now) : null
    return data && verdict ? [{ detail: data, verdict }] : []
  })
  return (
    <Section title="Pools that take it">
      <p role="status" className="mb-3 text-soft">
        {waiting > 0
          ? `Reading ${waiting} of ${pools.length} pools…`
          : takers.length === 0
            ? facts.isAccessToken
              ? 'None: it is an access token, and pools take ID tokens.'
              : 'None of the pools that could be read names this provider.'
            : 'Which identity it signs in to, a pool tells when it is asked with the token itself.'}
        {failed > 0 && ` ${failed} could not be read.`}
      </p>
      {takers.length > 0 && (
        <Card>
          <ul className="divide-y divide-line">
            {takers.map(({ detail, verdict }) => (
              <TokenTaker
                key={detail.poolId}
                connectionId={connectionId}
                detail={detail}
                how={words[verdict.answer]}
                why={verdict.judgement.why}
                remedies={verdict.judgement.remedies}
                provider={facts.provider ?? ''}
                token={token}
                onSent={() => onSent(detail.name)}
              />
            ))}
          </ul>
        </Card>
      )}
    </Section>
  )
}
