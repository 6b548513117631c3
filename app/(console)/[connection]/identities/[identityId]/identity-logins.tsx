'use client'

import { isolated } from '#lib/core/isolated.ts'
import { Shown } from '#components/ui/shown.tsx'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { Section } from '#components/ui/section.tsx'
import { useDenial } from '#components/use-denial.ts'
import type { Identity } from '#lib/identities/identity.ts'
import { errorShape } from '#lib/core/errors.ts'
import { loginProvider } from '#lib/login-providers/login-provider.ts'
import { providerNames } from '#lib/login-providers/provider-names.ts'
import type { Pool } from '#lib/pools/pool.ts'
import { loginLabel } from '#lib/login-providers/login-label.ts'
import type { IdentityRef, PoolRef } from '#lib/core/refs.ts'
import type { IdentityOnPage } from './use-identity.ts'

const UnlinkLoginDialog = dynamic(() => import('./unlink-login-dialog.tsx'), { ssr: false })

type IdentityLoginsProps = {
  identity: Identity
  target: IdentityRef
  pool: PoolRef | null
  page: IdentityOnPage
  onChanged: (kind: 'unlinked' | 'unsure') => void
}

/** Every login of an identity by its provider. The service tells no user at the provider. */
export function IdentityLogins({ identity, target, pool, page, onChanged }: IdentityLoginsProps) {
  const [unlinking, setUnlinking] = useState<string | null>(null)
  const denied = useDenial(target.connectionId, 'identities:unlink')
  const { data } = page.poolDetail
  const developerProvider = data?.developerProviderName ?? null
  const { logins, state } = identity
  return (
    <Section title="Logins">
      <Card>
        {logins.length === 0 ? (
          <p className="text-soft">{state === 'guest' ? 'No login yet.' : 'No login is left.'}</p>
        ) : (
          <ul className="divide-y divide-line">
            {logins.map((login) => {
              const open = login === developerProvider || isPublic(login, data) ? null : whatIsOpen(page)
              return (
                <li key={login} className="flex items-center justify-between gap-3 py-2 first:pt-0 last:pb-0">
                  <span className="min-w-0">
                    <span className="block wrap-anywhere">
                      <Shown>{loginLabel(login)}</Shown>
                    </span>
                    {loginLabel(login) !== login && (
                      <span className="block font-mono text-xs wrap-anywhere text-soft">{login}</span>
                    )}
                    {login === developerProvider && (
                      <span className="block text-xs text-soft">
                        The pool’s developer provider: unlink its users one by one.
                      </span>
                    )}
                    {open && <span className="block text-xs text-soft">{open}</span>}
                  </span>
                  {login !== developerProvider && (
                    <Button
                      size="sm"
                      aria-label={`Unlink ${isolated(loginLabel(login))}`}
                      denied={denied ?? open}
                      onClick={() => setUnlinking(login)}
                    >
                      Unlink
                    </Button>
                  )}
                </li>
              )
            })}
          </ul>
        )}
      </Card>
      {unlinking !== null && (
        <UnlinkLoginDialog
          identity={identity}
          target={target}
          login={unlinking}
          pool={pool}
          poolDetail={data ?? null}
          onChanged={onChanged}
          onClose={() => setUnlinking(null)}
        />
      )}
    </Section>
  )
}

/** By its name alone a developer provider cannot be told from an issuer of OpenID Connect: the pool names its public ones. */
const isPublic = (login: string, pool: Pool | undefined): boolean =>
  loginProvider(login).kind !== 'developer' ||
  (pool !== undefined && providerNames(pool).some((one) => one.login === login))

/** Why it is not known whether a login is of the pool's own users, who are unlinked in another way. */
function whatIsOpen({ pool, proven, poolDetail }: IdentityOnPage): string {
  const failure = pool === null ? proven.failure : poolDetail.error
  if (failure) return `Not known whether this is the pool’s developer provider: ${errorShape(failure).message}`
  if (pool === null && !proven.searching)
    return 'This may be the pool’s developer provider: choose the pool under State to unlink it.'
  return poolDetail.data === undefined || proven.searching
    ? 'Looking whether this is the pool’s developer provider…'
    : 'The chosen pool does not name this provider: choose the identity’s own pool under State.'
}
