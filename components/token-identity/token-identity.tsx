'use client'

import type { SubmitEvent } from 'react'
import { toGetIdCommand } from '#lib/code/identity-commands.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import type { Pool } from '#lib/pools/pool.ts'
import { CopyAsCli } from '../copy-as-cli.tsx'
import { ActStatus, isOpenEnd } from '../save/act-status.tsx'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { useDenial } from '../use-denial.ts'
import { TraceNote } from './trace-note.tsx'
import { ReasonField, useReason } from '../save/reason-field.tsx'
import { TracedIdentity } from './traced-identity.tsx'
import { useTracing } from './use-tracing.ts'
import { withRemedy } from './with-remedy.ts'

type TokenIdentityProps = {
  pool: PoolRef
  detail: Pool
  /** The login that the token proves. */
  provider: string
  token: string
  /** The token is on its way to the pool. */
  onSent: () => void
}

/**
 * Asks a pool which identity a token signs in to. It is one call of GetId, and says so before it is made. Another token
 * is another of these: give it a key.
 */
export function TokenIdentity({ pool, detail, provider, token, onSent }: TokenIdentityProps) {
  const tracing = useTracing(pool)
  const why = useReason()
  const denied = useDenial(pool.connectionId, 'identities:trace')

  function ask(event: SubmitEvent) {
    event.preventDefault()
    if (denied !== null || tracing.isPending || !why.ready) return
    tracing.ask({ provider, token, reason: why.reason })
    onSent()
  }

  return (
    <div className="w-full space-y-3">
      <form aria-label="Identity of the token" className="space-y-3" onSubmit={ask}>
        {denied === null ? <TraceNote /> : <Callout>{denied}</Callout>}
        <ActStatus
          act={{ isPending: tracing.isPending, error: withRemedy(tracing.error) }}
          failed="The token told no identity"
          unknown="Nobody knows whether an identity was made"
        />
        {denied === null && <ReasonField {...why.field} />}
        <Button type="submit" variant="primary" denied={denied} disabled={!why.ready} pending={tracing.isPending}>
          {isOpenEnd(tracing.error) ? 'Look again' : 'Ask the pool'}
        </Button>
        <CopyAsCli command={() => toGetIdCommand(pool.poolId, provider)} />
      </form>
      <p role="status" className="sr-only">
        {tracing.data && `The token signs in to ${tracing.data.identityId}.`}
      </p>
      {tracing.data && <TracedIdentity pool={pool} detail={detail} traced={tracing.data} />}
    </div>
  )
}
