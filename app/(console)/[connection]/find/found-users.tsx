'use client'

import { usePoolAnswers, type PoolAnswerRow } from '#components/developer-identities/use-pool-answers.ts'
import type { RegionState } from '#components/use-pools.ts'
import { Callout } from '#components/ui/callout.tsx'
import { errorShape } from '#lib/core/errors.ts'
import { isolated } from '#lib/core/isolated.ts'
import type { PoolSummary } from '#lib/pools/pool.ts'
import { absenceMeaning, absenceTitle, askedSentence, hasAnswers, type LeftOut as Left } from './asked-words.ts'
import { FoundUser } from './found-user.tsx'
import { LeftOut } from './left-out.tsx'
import { NearMisses } from './near-misses.tsx'
import { PoolAnswers } from './pool-answers.tsx'

export type FoundUsersProps = {
  connectionId: string
  userIdentifier: string
  pools: readonly PoolSummary[]
  regions: readonly RegionState[]
  /** The only pool to ask, or an empty text. */
  poolId: string
  onEvery: () => void
  onUser: (userIdentifier: string) => void
}

/** A user in every pool that may know them; each pool's answer is drawn as it comes. */
export function FoundUsers({ connectionId, userIdentifier, pools, regions, poolId, onEvery, onUser }: FoundUsersProps) {
  const chosen = pools.find((pool) => pool.poolId === poolId)
  const rows = usePoolAnswers(connectionId, chosen ? [chosen] : pools, { userIdentifier })
  const withProvider = rows.filter(({ answer }) => answer?.kind !== 'no-provider')
  const found = withProvider.flatMap(({ pool, summary, answer }) =>
    answer?.kind === 'found' ? [{ pool, summary, answer }] : [],
  )
  const asked = countsOf(withProvider, found.length)
  const reading = regions.some(({ query }) => query.data === undefined && query.error === null)
  const done = asked.waiting === 0 && !reading
  const left: Left = {
    withoutProvider: rows.filter(({ answer }) => answer?.kind === 'no-provider').map(({ summary }) => summary.name),
    unreadRegions: regions
      .filter(({ query }) => query.data === undefined && query.error !== null)
      .map(({ region }) => region),
    chosen: chosen ? { name: chosen.name, others: pools.length - 1 } : null,
  }
  return (
    <div className="space-y-6">
      <p role="status" className="text-soft">
        {askedSentence(asked)}
      </p>
      {found.map(({ pool, summary, answer }) => (
        <FoundUser key={pool.poolId} pool={pool} name={summary.name} userIdentifier={userIdentifier} answer={answer} />
      ))}
      {done && found.length === 0 && asked.total > 0 && (
        <Callout title={absenceTitle(isolated(userIdentifier), asked)}>
          {absenceMeaning(asked)} {hasAnswers(asked) && PUBLIC_LOGINS}
        </Callout>
      )}
      {done && asked.total === 0 && (
        <Callout
          title={
            left.unreadRegions.length > 0
              ? 'No pool was asked'
              : chosen
                ? `${isolated(chosen.name)} has no developer provider`
                : 'No pool here has a developer provider'
          }
        >
          Users can be looked up only where an app’s own sign-in vouches for them. {PUBLIC_LOGINS}
        </Callout>
      )}
      {done && found.length === 0 && (asked.total === 0 || hasAnswers(asked)) && (
        <NearMisses connectionId={connectionId} userIdentifier={userIdentifier} onUser={onUser} />
      )}
      {done && <LeftOut left={left} onEvery={onEvery} />}
      {withProvider.length > 0 && <PoolAnswers rows={withProvider} />}
    </div>
  )
}

const PUBLIC_LOGINS =
  'Logins of user pools, Google and other public providers cannot be searched, neither by subject nor by e-mail address: the service has no such call. For a person who signs in that way, paste one of their tokens, import a map from your own systems, or ask for the identity ID that their app shows.'

function countsOf(rows: readonly PoolAnswerRow[], found: number) {
  const open = rows.filter(({ answer }) => answer === null)
  const codes = open.flatMap(({ failure }) => (failure === null ? [] : [errorShape(failure).code]))
  const ended = codes.filter((code) => code !== 'THROTTLED')
  const silent = ended.filter((code) => code === 'UNAVAILABLE').length
  return { total: rows.length, waiting: open.length - ended.length, refused: ended.length - silent, silent, found }
}
