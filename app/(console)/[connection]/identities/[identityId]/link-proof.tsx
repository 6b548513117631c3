import { isolated } from '#lib/core/isolated.ts'
import { LoginTokenFields } from '#components/token-verdict/login-token-fields.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { loginLabel } from '#lib/login-providers/login-label.ts'
import type { Pool } from '#lib/pools/pool.ts'

type Proof = { provider: string; token: string }

type LinkProofProps = {
  /** The public logins of the identity. */
  logins: readonly string[]
  pool: Pool | null
  connectionId: string
  proof: Proof
  onProof: (proof: Proof) => void
}

/** To an identity with a public login the service links only together with a token of it. */
export function LinkProof({ logins, pool, connectionId, proof, onProof }: LinkProofProps) {
  return (
    <>
      <Callout tone="warning" title="Without a token AWS is known to refuse this">
        The identity has a login of {logins.map((login) => isolated(loginLabel(login))).join(' and ')}. To link a
        developer identifier to such an identity the service wants a token of that login along with it (“Logins don’t
        match”). It is sent along once and kept nowhere.
      </Callout>
      <LoginTokenFields
        label="Token of"
        providers={logins}
        provider={proof.provider}
        pool={pool}
        connectionId={connectionId}
        token={proof.token}
        onChange={onProof}
      />
    </>
  )
}
