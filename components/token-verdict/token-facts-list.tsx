import type { ReactNode } from 'react'
import type { TokenJudgement } from '#lib/login-tokens/judge-token.ts'
import { Badge } from '../ui/badge.tsx'
import { DefinitionList } from '../ui/definition-list.tsx'
import { ForeignText } from '../ui/foreign-text.tsx'
import { TimeStamp } from '../ui/time-stamp.tsx'

type TokenFactsListProps = {
  judgement: TokenJudgement
  /** Epoch milliseconds. */
  now: number
}

/** A token's own words, its audience beside the apps that the pool names. */
export function TokenFactsList({ judgement: { label, facts, apps }, now }: TokenFactsListProps) {
  if (!facts) return <p className="text-soft">{label}</p>
  const { issuer, audiences, authorizedParty, expiresAt } = facts
  return (
    <DefinitionList
      items={[
        { term: 'Kind', detail: label },
        { term: 'Issuer', detail: mono(issuer) },
        { term: 'Audience', detail: mono(audiences.join(', ') || null) },
        ...(apps ? [{ term: 'The pool takes', detail: mono(apps.join(', ') || null) }] : []),
        ...(authorizedParty !== null && !audiences.includes(authorizedParty)
          ? [{ term: 'Asked for by (azp)', detail: mono(authorizedParty) }]
          : []),
        { term: 'Expires (UTC)', detail: <TokenExpiry at={expiresAt} now={now} /> },
      ]}
    />
  )
}

export function TokenExpiry({ at, now }: { at: number | null; now: number }) {
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <TimeStamp value={at} local />
      {at !== null && (at <= now ? <Badge tone="warning">Expired</Badge> : <Badge>Not expired</Badge>)}
    </span>
  )
}

const mono = (text: string | null): ReactNode =>
  text === null ? (
    '–'
  ) : (
    <span className="font-mono text-xs leading-5 wrap-anywhere">
      <ForeignText text={text} />
    </span>
  )
