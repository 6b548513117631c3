'use client'

import { isolated } from '#lib/core/isolated.ts'
import { placePath, remedyPath } from '#lib/core/paths.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { loginLabel } from '#lib/login-providers/login-label.ts'
import type { TokenRemedy } from '#lib/login-tokens/judge-token.ts'
import { ADD_CLIENT } from '#lib/pool-access/with-remedy.ts'
import { Button } from '../ui/button.tsx'
import { ButtonLink } from '../ui/button-link.tsx'
import { useDenial } from '../use-denial.ts'

type TokenRemediesProps = {
  remedies: readonly TokenRemedy[]
  pool: PoolRef | null
  providers: readonly string[]
  onChoose?: ((provider: string) => void) | undefined
}

const sentences: Record<Exclude<TokenRemedy['do'], 'add-client' | 'choose' | 'several-apps'>, string> = {
  'id-token': 'Take the ID token that the provider gives along with it.',
  fresh: 'Let the person sign in again, and take the new token.',
  'of-provider': 'Take the token of the login provider itself, as the app gets it when the person signs in.',
}

/** What would make a token work, each thing with its way there. */
export function TokenRemedies({ remedies, ...rest }: TokenRemediesProps) {
  if (remedies.length === 0) return null
  return (
    <ul aria-label="What would make it work" className="mt-2 space-y-2">
      {remedies.map((remedy) => (
        <li key={remedy.do}>
          <Remedy remedy={remedy} {...rest} />
        </li>
      ))}
    </ul>
  )
}

function Remedy({ remedy, pool, providers, onChoose }: { remedy: TokenRemedy } & Omit<TokenRemediesProps, 'remedies'>) {
  const denied = useDenial(pool?.connectionId ?? '', 'pools:update')
  switch (remedy.do) {
    case 'add-client': {
      const { providerName, clientId } = remedy
      if (pool === null || denied !== null)
        return `Somebody who may change the pool can add the app client ${isolated(clientId)} of ${isolated(loginLabel(providerName))} to it.`
      return (
        <ButtonLink size="sm" href={remedyPath(pool, 'access', ADD_CLIENT, `${providerName}:${clientId}`)}>
          Add this app client
        </ButtonLink>
      )
    }
    case 'choose': {
      const { provider } = remedy
      const label = isolated(loginLabel(provider))
      return onChoose && providers.includes(provider) ? (
        <Button size="sm" onClick={() => onChoose(provider)}>
          Choose {label}
        </Button>
      ) : (
        `Use it for a login of ${label}.`
      )
    }
    case 'several-apps': {
      const label = isolated(loginLabel(remedy.issuer))
      return (
        <>
          A social login takes one app ID. For several apps of {label} register https://{remedy.issuer} in IAM as an
          OpenID Connect provider with all of them as audiences, and add that to the pool instead.{' '}
          {pool && denied === null && (
            <ButtonLink size="sm" href={placePath(pool, 'access', remedy.issuer)}>
              Open Access
            </ButtonLink>
          )}
        </>
      )
    }
    default:
      return sentences[remedy.do]
  }
}
