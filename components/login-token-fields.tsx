'use client'

import { useSyncExternalStore } from 'react'
import { loginLabel } from '#lib/login-providers/login-label.ts'
import { loginProvider } from '#lib/login-providers/login-provider.ts'
import type { TokenForm } from '#lib/login-providers/public-providers.ts'
import { tokenOfBox } from '#lib/pasted/token-of-box.ts'
import { tokenProblems } from '#lib/login-tokens/token-problems.ts'
import type { Pool } from '#lib/pools/pool.ts'
import { Callout } from './ui/callout.tsx'
import { createClock } from './ui/clock.ts'
import { Field } from './ui/field.tsx'
import { SelectField } from './ui/select-field.tsx'
import { SentenceList } from './ui/sentence-list.tsx'
import { Textarea } from './ui/textarea.tsx'
import { isolated } from '#lib/core/isolated.ts'

const clock = createClock(30_000)

type LoginTokenFieldsProps = {
  /** What the choice of the login is called, where there are several. */
  label: string
  providers: readonly string[]
  provider: string
  pool: Pool | null
  token: string
  onChange: (change: { provider: string; token: string }) => void
}

/** Whose token it is, and the token. Another login empties the box: no token proves two. */
export function LoginTokenFields({ label, providers, provider, pool, token, onChange }: LoginTokenFieldsProps) {
  return (
    <>
      {providers.length > 1 && (
        <SelectField
          label={label}
          value={provider}
          onChange={(event) => onChange({ provider: event.target.value, token: '' })}
        >
          {providers.map((name) => (
            <option key={name} value={name}>
              {isolated(loginLabel(name))}
            </option>
          ))}
        </SelectField>
      )}
      <TokenField
        provider={provider}
        pool={pool}
        token={token}
        onToken={(next) => onChange({ provider, token: next })}
      />
    </>
  )
}

type TokenFieldProps = {
  /** The login that the token is to prove. */
  provider: string
  /** The pool that is to take it, where it is known. */
  pool: Pool | null
  token: string
  onToken: (token: string) => void
}

/** Takes a login's token and says at once why the service will refuse it, as far as the token itself tells. */
function TokenField({ provider, pool, token, onToken }: TokenFieldProps) {
  const now = useSyncExternalStore(clock.subscribe, clock.now, clock.serverNow)
  const form = loginProvider(provider).token
  const problems = token.trim() === '' ? [] : tokenProblems({ token: token.trim(), provider, pool, now })
  return (
    <>
      <Field label={`Token of ${isolated(loginLabel(provider))}`} hint={hints[form]}>
        {(control) => (
          <Textarea
            {...control}
            mono
            rows={4}
            autoComplete="off"
            value={token}
            onChange={({ target: { value } }) => onToken(form === 'saml-assertion' ? value : tokenOfBox(value))}
          />
        )}
      </Field>
      <div role="status" className="empty:hidden">
        {problems.length > 0 && (
          <Callout tone="danger" title="The service will refuse this token">
            <SentenceList sentences={problems} />
          </Callout>
        )}
      </div>
    </>
  )
}

const hints: Record<TokenForm, string> = {
  'saml-assertion': 'The SAML assertion, in base64.',
  'access-token': 'The access token that the person’s app holds.',
  'id-token': 'The ID token that the person’s app holds; one from the log of their device will do while it is valid.',
}
