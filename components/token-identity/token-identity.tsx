'use client'

import { useState, type SubmitEvent } from 'react'
import { CopyAsCli } from '#components/copy-as-cli.tsx'
import { LoginTokenFields } from '#components/login-token-fields.tsx'
import { loginProviders } from '#lib/access-test/subject.ts'
import { toGetIdCommand } from '#lib/code/identity-commands.ts'
import { errorShape } from '#lib/core/errors.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { tokenTracing } from '#lib/login-tokens/queries.ts'
import type { Pool } from '#lib/pools/pool.ts'
import { ActStatus } from '../save/act-status.tsx'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { useDenial } from '../use-denial.ts'
import { useOperation } from '../use-operation.ts'
import { TraceNote } from './trace-note.tsx'
import { TracedIdentity } from './traced-identity.tsx'
import { withRemedy } from './with-remedy.ts'

type TokenIdentityProps = {
  pool: PoolRef
  detail: Pool
  /** A login's token that the page has in its hands already; a box asks for it otherwise. */
  given?: { provider: string; token: string } | null
}

/**
 * Asks a pool which identity a token signs in to. It is one call of GetId, and says so before it is made. Another given
 * token is another of these: give it a key.
 */
export function TokenIdentity({ pool, detail, given = null }: TokenIdentityProps) {
  const providers = loginProviders(detail)
  const [typed, setTyped] = useState({ provider: providers[0] ?? '', token: '' })
  const tracing = useOperation(tokenTracing)
  const denied = useDenial(pool.connectionId, 'identities:trace')
  const { provider, token } = given ?? typed
  const open = tracing.error ? errorShape(tracing.error).code === 'UNKNOWN_OUTCOME' : false

  function ask(event: SubmitEvent) {
    event.preventDefault()
    if (denied !== null || token.trim() === '' || tracing.isPending) return
    // Another call of GetId tells the truth after one whose answer was lost.
    tracing.renew()
    tracing.run({ pool, provider, token: token.trim() })
  }

  return (
    <div className="space-y-3">
      <form aria-label="Identity of a token" className="space-y-3" onSubmit={ask}>
        {given === null && (
          <LoginTokenFields
            label="Token of"
            providers={providers}
            provider={provider}
            pool={detail}
            token={token}
            onChange={(change) => {
              setTyped(change)
              tracing.renew()
            }}
          />
        )}
        <TraceNote />
        {denied !== null && <Callout>{denied}</Callout>}
        <ActStatus
          act={{ isPending: tracing.isPending, error: withRemedy(tracing.error) }}
          failed="The token told no identity"
          unknown="Nobody knows whether an identity was made"
        />
        <Button
          type="submit"
          variant="primary"
          disabled={denied !== null || token.trim() === ''}
          pending={tracing.isPending}
        >
          {open ? 'Look again' : 'Which identity does it sign in to?'}
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
