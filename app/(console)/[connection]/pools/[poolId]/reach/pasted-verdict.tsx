'use client'

import dynamic from 'next/dynamic'
import type { PoolRef } from '#lib/core/refs.ts'
import { loginName } from '#lib/login-providers/login-provider.ts'
import type { Pool } from '#lib/pools/pool.ts'
import type { PastedToken } from '#lib/reach/pasted-token.ts'
import type { WhoChoice } from './who-choices.ts'

/** It is there when a token is. */
const TokenVerdict = dynamic(() => import('#components/token-verdict/token-verdict.tsx'), { ssr: false })

type PastedVerdictProps = {
  pasted: PastedToken
  pool: PoolRef
  settings: Pool | null
  choices: readonly WhoChoice[]
  onChoose: (key: string) => void
}

/** What a pasted token is, and why the service would refuse it; one of the pool's own proves no login. */
export function PastedVerdict({ pasted, pool, settings, choices, onChoose }: PastedVerdictProps) {
  if (pasted.own) return null
  const login = loginName(pasted.provider)
  const ofLogin = (name: string) => choices.find((one) => one.by === 'claims' && loginName(one.provider) === name)
  return (
    <div role="status" aria-label="Token" className="md:col-span-2">
      <TokenVerdict
        token={pasted.token}
        provider={login}
        pool={settings}
        connectionId={pool.connectionId}
        providers={choices.flatMap((one) => (one.by === 'claims' ? loginName(one.provider) : []))}
        onChoose={(name) => {
          const choice = ofLogin(name)
          if (choice) onChoose(choice.key)
        }}
      />
    </div>
  )
}
