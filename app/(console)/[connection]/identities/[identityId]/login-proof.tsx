'use client'

import { useId, useSyncExternalStore } from 'react'
import { Callout } from '#components/ui/callout.tsx'
import { createClock } from '#components/ui/clock.ts'
import { Field } from '#components/ui/field.tsx'
import { SelectInput } from '#components/ui/select-input.tsx'
import { Textarea } from '#components/ui/textarea.tsx'
import { loginLabel } from '#lib/identities/login-label.ts'
import { tokenProblems } from '#lib/login-tokens/token-problems.ts'
import type { Pool } from '#lib/pools/pool.ts'

/** How the operator proves that the identity's user wants this. `provider`: whose token it is. */
export type Proof = { by: 'token' | 'developer'; provider: string; token: string }

const clock = createClock(30_000)

type LoginProofProps = {
  proof: Proof
  logins: readonly string[]
  pool: Pool | null
  /** A developer user of the identity, where it has one. */
  developerUser: string | null
  onProof: (proof: Proof) => void
}

/** The service unlinks a public login only for somebody who proves a login of the identity. */
export function LoginProof({ proof, logins, pool, developerUser, onProof }: LoginProofProps) {
  const name = useId()
  const now = useSyncExternalStore(clock.subscribe, clock.now, clock.serverNow)
  const { by, provider, token } = proof
  const problems = token.trim() === '' ? [] : tokenProblems({ token: token.trim(), provider, pool, now })
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
        <>
          {logins.length > 1 && (
            <Field label="Token of">
              {(control) => (
                <SelectInput
                  {...control}
                  value={provider}
                  onChange={(event) => onProof({ ...proof, provider: event.target.value })}
                >
                  {logins.map((login) => (
                    <option key={login} value={login}>
                      {loginLabel(login)}
                    </option>
                  ))}
                </SelectInput>
              )}
            </Field>
          )}
          <Field label={`Token of ${loginLabel(provider)}`} hint={hintOf(provider)}>
            {(control) => (
              <Textarea
                {...control}
                mono
                rows={4}
                autoComplete="off"
                value={token}
                onChange={(event) => onProof({ ...proof, token: event.target.value })}
              />
            )}
          </Field>
          <div role="status" className="empty:hidden">
            {problems.length > 0 && (
              <Callout tone="danger" title="The service will refuse this token">
                <ul className="list-disc pl-4">
                  {problems.map((problem) => (
                    <li key={problem}>{problem}</li>
                  ))}
                </ul>
              </Callout>
            )}
          </div>
        </>
      ) : (
        <Callout tone="warning" title="AWS does not document whether this works">
          Lifeguard asks the service for a token of {developerUser} and presents that as the proof. The token stays on
          the server and is gone after a minute. If AWS refuses it, nothing is changed.
        </Callout>
      )}
    </fieldset>
  )
}

function hintOf(provider: string): string {
  if (provider.startsWith('arn:') && provider.includes(':saml-provider/')) return 'The SAML assertion, in base64.'
  return ['graph.facebook.com', 'www.amazon.com'].includes(provider)
    ? 'The access token that the person’s app holds.'
    : 'The ID token that the person’s app holds; one from the log of their device will do while it is valid.'
}
