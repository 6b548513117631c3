'use client'

import { useId } from 'react'
import { LoginTokenFields } from '#components/token-verdict/login-token-fields.tsx'
import { Callout } from '#components/ui/callout.tsx'
import type { Pool } from '#lib/pools/pool.ts'

/** How the operator proves that the identity's user wants this. `provider`: whose token it is. */
export type Proof = { by: 'token' | 'developer'; provider: string; token: string }

type LoginProofProps = {
  proof: Proof
  logins: readonly string[]
  pool: Pool | null
  connectionId: string
  /** A developer user of the identity, where it has one. */
  developerUser: string | null
  onProof: (proof: Proof) => void
}

/** The service unlinks a public login only for somebody who proves a login of the identity. */
export function LoginProof({ proof, logins, pool, connectionId, developerUser, onProof }: LoginProofProps) {
  const name = useId()
  const { by, provider, token } = proof
  const choose = (chosen: Proof['by']) => () => onProof({ ...proof, by: chosen, token: '' })
  return (
    <fieldset className="space-y-3">
      <legend className="mb-2 font-medium">Proof of a login</legend>
      <p className="text-soft">
        Only a valid token of a login of this identity allows it: no IAM permission stands in for that. It is used once
        and kept nowhere.
      </p>
      {developerUser !== null && (
        <div className="space-y-1">
          <label className="flex items-center gap-2">
            <input type="radio" name={name} checked={by === 'token'} onChange={choose('token')} />A token of the user
          </label>
          <label className="flex items-center gap-2">
            <input type="radio" name={name} checked={by === 'developer'} onChange={choose('developer')} />A developer
            token for {developerUser}, which AWS may refuse
          </label>
        </div>
      )}
      {by === 'token' ? (
        <LoginTokenFields
          label="Token of"
          providers={logins}
          provider={provider}
          pool={pool}
          connectionId={connectionId}
          token={token}
          onChange={(change) => onProof({ ...proof, ...change })}
        />
      ) : (
        <Callout tone="warning" title="AWS does not document whether this works">
          Lifeguard asks the service for a token of {developerUser} and presents that as the proof. The token stays on
          the server and is gone after a minute. If AWS refuses it, nothing is changed.
        </Callout>
      )}
    </fieldset>
  )
}
