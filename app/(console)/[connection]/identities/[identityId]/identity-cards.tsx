'use client'

import { PoolLink } from '#components/pool-link.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { Card } from '#components/ui/card.tsx'
import { DefinitionList } from '#components/ui/definition-list.tsx'
import { Section } from '#components/ui/section.tsx'
import { TimeStamp } from '#components/ui/time-stamp.tsx'
import type { Identity, IdentityState } from '#lib/identities/identity.ts'
import { loginLabel } from '#lib/identities/login-label.ts'
import type { PoolRef } from '#lib/pools/pool-ref.ts'

const meanings: Record<IdentityState, string> = {
  guest:
    'A visitor who never signed in. At the first sign-in this identity takes the login and keeps its ID, unless the login has an identity already.',
  authenticated: 'A user who signed in. Each login below leads to this identity.',
  disabled:
    'No user reaches this identity any more, and nothing brings it back: it was merged into another one, or its last login was unlinked. Apps that still hold its ID get “Access to Identity is forbidden” until they forget it.',
}

type IdentityCardsProps = { identity: Identity; pool: PoolRef | null }

export function IdentityCards({ identity, pool }: IdentityCardsProps) {
  const { state, logins, createdAt, modifiedAt } = identity
  return (
    <div className="grid items-start gap-6 lg:grid-cols-2">
      <Section title="State">
        <Card>
          <Callout tone={state === 'disabled' ? 'warning' : 'info'} className="mb-4">
            {meanings[state]}
          </Callout>
          <DefinitionList
            items={[
              {
                term: 'Pool',
                detail: pool ? (
                  <PoolLink pool={pool} />
                ) : (
                  <span className="text-soft">Pool not known: the service does not tell it.</span>
                ),
              },
              { term: 'Created (UTC)', detail: <TimeStamp value={createdAt} /> },
              { term: 'Modified (UTC)', detail: <TimeStamp value={modifiedAt} /> },
            ]}
          />
        </Card>
      </Section>
      <Section title="Logins">
        <Card>
          {logins.length === 0 ? (
            <p className="text-soft">{state === 'guest' ? 'No login yet.' : 'No login is left.'}</p>
          ) : (
            <ul className="divide-y divide-line">
              {logins.map((login) => (
                <li key={login} className="py-2 first:pt-0 last:pb-0">
                  <span className="block">{loginLabel(login)}</span>
                  {loginLabel(login) !== login && (
                    <span className="block font-mono text-xs break-all text-soft">{login}</span>
                  )}
                </li>
              ))}
            </ul>
          )}
        </Card>
      </Section>
    </div>
  )
}
