'use client'

import { ForeignText } from '#components/ui/foreign-text.tsx'
import { isolated } from '#lib/core/isolated.ts'
import { useState, useSyncExternalStore } from 'react'
import { TokenExpiry } from '#components/token-verdict/token-facts-list.tsx'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { Card } from '#components/ui/card.tsx'
import { createClock } from '#components/ui/clock.ts'
import { DefinitionList } from '#components/ui/definition-list.tsx'
import { Section } from '#components/ui/section.tsx'
import { TimeStamp } from '#components/ui/time-stamp.tsx'
import type { ConnectionSummary } from '#lib/connections/connection-summary.ts'
import { loginLabel } from '#lib/login-providers/login-label.ts'
import { readToken } from '#lib/login-tokens/read-token.ts'
import { kindOfToken } from '#lib/login-tokens/token-kind.ts'
import { identityPath } from '#lib/core/paths.ts'
import type { PoolSummary } from '#lib/pools/pool.ts'
import { AcceptingPools } from './accepting-pools.tsx'

const clock = createClock(30_000)

type FoundTokenProps = {
  connection: ConnectionSummary
  pools: readonly PoolSummary[]
  token: string
}

/** What a pasted token says. */
export function FoundToken({ connection, pools, token }: FoundTokenProps) {
  const [sent, setSent] = useState<{ token: string; to: string[] }>({ token, to: [] })
  const sentTo = sent.token === token ? sent.to : []
  const now = useSyncExternalStore(clock.subscribe, clock.now, clock.serverNow)
  const facts = readToken(token)
  const { kind, label } = kindOfToken(token)
  if (!facts) {
    return (
      <Callout tone="warning" title="This looks like a token, and cannot be read">
        {kind === 'unreadable' ? 'It is damaged or cut short' : `${label}: only its provider can read it`}. It was sent
        nowhere. Ask for an ID token, or for the person’s user identifier.
      </Callout>
    )
  }
  const { issuer, provider, subject, audiences, issuedAt, expiresAt, identity } = facts
  const { id: connectionId, regions } = connection
  return (
    <div className="space-y-6">
      <Section title="Token" description={`${whereabouts(sentTo)}; nobody here checked its signature.`}>
        <Card>
          <DefinitionList
            items={[
              { term: 'Kind', detail: label },
              { term: 'Issuer', detail: mono(issuer) },
              { term: 'Provider', detail: provider ? isolated(loginLabel(provider)) : '–' },
              { term: 'Subject', detail: mono(subject) },
              { term: 'Audience', detail: mono(audiences.join(', ') || null) },
              { term: 'Issued (UTC)', detail: <TimeStamp value={issuedAt} local /> },
              { term: 'Expires (UTC)', detail: <TokenExpiry at={expiresAt} now={now} /> },
            ]}
          />
          {identity && (
            <div className="mt-4 space-y-2">
              <p>
                It is a token of an identity pool, made for the identity{' '}
                <span className="font-mono text-xs wrap-anywhere">{identity.identityId}</span>.
              </p>
              {regions.some((region) => identity.identityId.startsWith(`${region}:`)) ? (
                <ButtonLink
                  variant="primary"
                  href={`${identityPath({ connectionId, identityId: identity.identityId })}?pool=${identity.poolId}`}
                >
                  Open identity
                </ButtonLink>
              ) : (
                <p className="text-soft">This connection does not reach its Region.</p>
              )}
            </div>
          )}
        </Card>
      </Section>
      {!identity && (
        <AcceptingPools
          connectionId={connectionId}
          pools={pools}
          facts={facts}
          now={now}
          token={token}
          onSent={(name) => setSent({ token, to: [...new Set([...sentTo, name])] })}
        />
      )}
    </div>
  )
}

/** Where the token has been, after pools were asked with it. */
const whereabouts = (sentTo: readonly string[]) =>
  sentTo.length === 0
    ? 'Read in this browser and sent nowhere'
    : `Read in this browser, then sent to the service by this connection to ask the pool ${sentTo.join(' and ')}`

const mono = (text: string | null) =>
  text === null ? (
    '–'
  ) : (
    <span className="font-mono text-xs leading-5 wrap-anywhere">
      <ForeignText text={text} />
    </span>
  )
