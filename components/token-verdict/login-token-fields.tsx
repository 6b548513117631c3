'use client'

import dynamic from 'next/dynamic'
import { loginLabel } from '#lib/login-providers/login-label.ts'
import { loginProvider } from '#lib/login-providers/login-provider.ts'
import type { TokenForm } from '#lib/login-providers/public-providers.ts'
import { tokenOfBox } from '#lib/pasted/token-of-box.ts'
import type { Pool } from '#lib/pools/pool.ts'
import { Field } from '../ui/field.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { Textarea } from '../ui/textarea.tsx'
import { isolated } from '#lib/core/isolated.ts'

/** It is there when a token is: the pages with a box come without it. */
const TokenVerdict = dynamic(() => import('./token-verdict.tsx'), { ssr: false })

type LoginTokenFieldsProps = {
  /** What the choice of the login is called, where there are several. */
  label: string
  providers: readonly string[]
  provider: string
  pool: Pool | null
  /** Of the pool, for ways to its pages; null where the token belongs to no page of it. */
  connectionId: string
  token: string
  /** A token of this login that was used before, which counts while the box is empty. */
  kept?: string
  onChange: (change: { provider: string; token: string }) => void
}

/** Whose token it is, and the token. Another login empties the box: no token proves two. */
export function LoginTokenFields(props: LoginTokenFieldsProps) {
  const { label, providers, provider, pool, connectionId, token, kept = '', onChange } = props
  const judged = token.trim() || kept
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
      <TokenField provider={provider} token={token} onToken={(next) => onChange({ provider, token: next })} />
      <div role="status" className="empty:hidden">
        {judged !== '' && (
          <TokenVerdict
            token={judged}
            provider={provider}
            pool={pool}
            connectionId={connectionId}
            providers={providers}
            onChoose={(chosen) => onChange({ provider: chosen, token: judged })}
          />
        )}
      </div>
    </>
  )
}

type TokenFieldProps = {
  /** The login that the token is to prove. */
  provider: string
  token: string
  onToken: (token: string) => void
}

/** Takes a login's token. */
function TokenField({ provider, token, onToken }: TokenFieldProps) {
  const form = loginProvider(provider).token
  return (
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
  )
}

const hints: Record<TokenForm, string> = {
  'saml-assertion': 'The SAML assertion, in base64.',
  'access-token': 'The access token that the person’s app holds.',
  'id-token': 'The ID token that the person’s app holds; one from the log of their device will do while it is valid.',
}
