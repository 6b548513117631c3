'use client'

import { useSyncExternalStore } from 'react'
import { isolated } from '#lib/core/isolated.ts'
import { withReadableTimes } from '#lib/core/readable-times.ts'
import { judgeToken } from '#lib/login-tokens/judge-token.ts'
import type { Pool } from '#lib/pools/pool.ts'
import { Callout } from '../ui/callout.tsx'
import { createClock } from '../ui/clock.ts'
import { SentenceList } from '../ui/sentence-list.tsx'
import { AppClientName } from './app-client-name.tsx'
import { TokenFactsList } from './token-facts-list.tsx'
import { TokenRemedies } from './token-remedies.tsx'

const clock = createClock(1000)

type TokenVerdictProps = {
  token: string
  /** The login that the token is to prove. */
  provider: string
  /** The pool that is to take it, where it is known. */
  pool: Pool | null
  connectionId: string
  /** The logins that may be chosen instead. */
  providers?: readonly string[]
  onChoose?: (provider: string) => void
}

/** What a token is, beside what the pool takes, and why the service will refuse it, as far as the token itself tells. */
export default function TokenVerdict(props: TokenVerdictProps) {
  const { token, provider, pool, connectionId, providers = [], onChoose } = props
  const now = useSyncExternalStore(clock.subscribe, clock.now, clock.serverNow)
  const judgement = judgeToken({ token, provider, pool, now })
  const { refusal, why } = judgement
  return (
    <div className="space-y-3">
      <TokenFactsList judgement={judgement} now={now} />
      {judgement.facts?.issuer && (
        <AppClientName
          connectionId={connectionId}
          issuer={judgement.facts.issuer}
          audiences={judgement.facts.audiences}
        />
      )}
      {(refusal !== null || why.length > 0) && (
        <Callout tone="danger" title="The service will refuse this token">
          {refusal && <p className="mb-1">{`${refusal.name}: ${withReadableTimes(refusal.message)}`}</p>}
          {refusal?.or && <p className="mb-1">{`Or: ${isolated(refusal.or)}`}</p>}
          <SentenceList sentences={why} />
          <TokenRemedies
            remedies={judgement.remedies}
            pool={pool && { connectionId, poolId: pool.poolId }}
            providers={providers}
            onChoose={onChoose}
          />
        </Callout>
      )}
    </div>
  )
}
