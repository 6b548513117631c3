'use client'

import { ForeignText } from '#components/ui/foreign-text.tsx'
import { isolated } from '#lib/core/isolated.ts'
import { useQueries } from '@tanstack/react-query'
import { useState, useSyncExternalStore } from 'react'
import { Badge } from '#components/ui/badge.tsx'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { Card } from '#components/ui/card.tsx'
import { createClock } from '#components/ui/clock.ts'
import { DefinitionList } from '#components/ui/definition-list.tsx'
import { Section } from '#components/ui/section.tsx'
import { TimeStamp } from '#components/ui/time-stamp.tsx'
import type { ConnectionSummary } from '#lib/connections/connection-summary.ts'
import { loginLabel } from '#lib/login-providers/login-label.ts'
import { poolAcceptance, type Acceptance } from '#lib/login-tokens/pool-acceptance.ts'
import { readToken, type TokenFacts } from '#lib/login-tokens/read-token.ts'
import { identityPath } from '#lib/core/paths.ts'
import type { PoolSummary } from '#lib/pools/pool.ts'
import { poolDetailOfRow } from '#lib/pools/queries.ts'
import { TokenTaker } from './token-taker.tsx'

const clock = createClock(30_000)

const words: Record<Exclude<Acceptance, 'no'>, string> = {
  yes: 'Takes it',
  'iam-decides': 'Takes the provider; the audiences are kept at the IAM identity provider',
  'other-audience': 'Takes the provider, for another app than this one',
}

type FoundTokenProps = {
  connection: ConnectionSummary
  pools: readonly PoolSummary[]
  token: string
}

/** What a pasted token says. */
export function FoundToken({ connection, pools, token }: FoundTokenProps) {
  const [sent, setSent] = useState<{ token: string; to: string[] }>({ token, to: [] })
  const sentTo = sent.token === token ? sent.to : []
  const facts = readToken(token)
  if (!facts) {
    return (
      <Callout tone="warning" title="This looks like a token, and cannot be read">
        It is damaged, cut short, or of a kind that only its provider can read. It was sent nowhere. Ask for an ID
        token, or for the person’s user identifier.
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
              { term: 'Issuer', detail: mono(issuer) },
              { term: 'Provider', detail: provider ? isolated(loginLabel(provider)) : '–' },
              { term: 'Subject', detail: mono(subject) },
              { term: 'Audience', detail: mono(audiences.join(', ') || null) },
              { term: 'Issued (UTC)', detail: <TimeStamp value={issuedAt} local /> },
              { term: 'Expires (UTC)', detail: <Expiry at={expiresAt} /> },
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

function Expiry({ at }: { at: number | null }) {
  const now = useSyncExternalStore(clock.subscribe, clock.now, clock.serverNow)
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <TimeStamp value={at} local />
      {at !== null && (at <= now ? <Badge tone="warning">Expired</Badge> : <Badge>Not expired</Badge>)}
    </span>
  )
}

type AcceptingPoolsProps = {
  connectionId: string
  pools: readonly PoolSummary[]
  facts: TokenFacts
  token: string
  onSent: (poolName: string) => void
}

function AcceptingPools({ connectionId, pools, facts, token, onSent }: AcceptingPoolsProps) {
  const results = useQueries({ queries: pools.map(({ poolId }) => poolDetailOfRow({ connectionId, poolId })) })
  const waiting = results.filter(({ isPending }) => isPending).length
  const failed = results.filter(({ isError }) => isError).length
  const takers = results.flatMap(({ data }) => {
    const acceptance = data ? poolAcceptance(data, facts) : 'no'
    return data && acceptance !== 'no' ? [{ detail: data, acceptance }] : []
  })
  return (
    <Section title="Pools that take it">
      <p role="status" className="mb-3 text-soft">
        {waiting > 0
          ? `Reading ${waiting} of ${pools.length} pools…`
          : takers.length === 0
            ? facts.isAccessToken
              ? 'None: it is an access token, and pools take ID tokens.'
              : 'None of the pools that could be read names this provider.'
            : 'Which identity it signs in to, a pool tells when it is asked with the token itself.'}
        {failed > 0 && ` ${failed} could not be read.`}
      </p>
      {takers.length > 0 && (
        <Card>
          <ul className="divide-y divide-line">
            {takers.map(({ detail, acceptance }) => (
              <TokenTaker
                key={detail.poolId}
                connectionId={connectionId}
                detail={detail}
                how={words[acceptance]}
                provider={facts.provider ?? ''}
                token={token}
                onSent={() => onSent(detail.name)}
              />
            ))}
          </ul>
        </Card>
      )}
    </Section>
  )
}
