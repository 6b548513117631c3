'use client'

import { useQuery } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { Section } from '#components/ui/section.tsx'
import { useDenial } from '#components/use-denial.ts'
import type { Identity } from '#lib/identities/identity.ts'
import { loginLabel } from '#lib/login-providers/login-label.ts'
import type { IdentityRef, PoolRef } from '#lib/core/refs.ts'
import { poolDetailOfRow } from '#lib/pools/queries.ts'

const UnlinkLoginDialog = dynamic(() => import('./unlink-login-dialog.tsx'), { ssr: false })

type IdentityLoginsProps = { identity: Identity; target: IdentityRef; pool: PoolRef | null; onChanged: () => void }

/** Every login of an identity by its provider. The service tells no user at the provider. */
export function IdentityLogins({ identity, target, pool, onChanged }: IdentityLoginsProps) {
  const [unlinking, setUnlinking] = useState<string | null>(null)
  const denied = useDenial(target.connectionId, 'identities:unlink')
  const { data } = useQuery({ ...poolDetailOfRow(pool ?? { connectionId: '', poolId: '' }), enabled: pool !== null })
  const developerProvider = data?.developerProviderName ?? null
  const { logins, state } = identity
  return (
    <Section title="Logins">
      <Card>
        {logins.length === 0 ? (
          <p className="text-soft">{state === 'guest' ? 'No login yet.' : 'No login is left.'}</p>
        ) : (
          <ul className="divide-y divide-line">
            {logins.map((login) => (
              <li key={login} className="flex items-center justify-between gap-3 py-2 first:pt-0 last:pb-0">
                <span className="min-w-0">
                  <span className="block">{loginLabel(login)}</span>
                  {loginLabel(login) !== login && (
                    <span className="block font-mono text-xs break-all text-soft">{login}</span>
                  )}
                  {login === developerProvider && (
                    <span className="block text-xs text-soft">
                      The pool’s developer provider: unlink its users one by one.
                    </span>
                  )}
                </span>
                {login !== developerProvider && (
                  <Button
                    size="sm"
                    aria-label={`Unlink ${loginLabel(login)}`}
                    denied={denied}
                    onClick={() => setUnlinking(login)}
                  >
                    Unlink
                  </Button>
                )}
              </li>
            ))}
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
