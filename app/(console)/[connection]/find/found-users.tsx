'use client'

import { usePoolAnswers } from '#components/developer-identities/use-pool-answers.ts'
import { Callout } from '#components/ui/callout.tsx'
import type { PoolSummary } from '#lib/pools/pool.ts'
import { FoundUser } from './found-user.tsx'
import { PoolAnswers } from './pool-answers.tsx'

type FoundUsersProps = { connectionId: string; userIdentifier: string; pools: readonly PoolSummary[] }

/** A user in every pool that may know them; each pool's answer is drawn as it comes. */
export function FoundUsers({ connectionId, userIdentifier, pools }: FoundUsersProps) {
  const rows = usePoolAnswers(connectionId, pools, { userIdentifier })
  const withProvider = rows.filter(({ answer }) => answer?.kind !== 'no-provider')
  const found = withProvider.flatMap(({ pool, summary, answer }) =>
    answer?.kind === 'found' ? [{ pool, summary, answer }] : [],
  )
  const waiting = withProvider.filter(({ answer, failure }) => answer === null && failure === null).length
  const failed = withProvider.filter(({ answer, failure }) => answer === null && failure !== null).length
  const done = waiting === 0
  return (
    <div className="space-y-6">
      <p role="status" className="text-soft">
        {sentence({ total: withProvider.length, waiting, failed, found: found.length })}
      </p>
      {found.map(({ pool, summary, answer }) => (
        <FoundUser key={pool.poolId} pool={pool} name={summary.name} userIdentifier={userIdentifier} answer={answer} />
      ))}
      {done && failed === 0 && found.length === 0 && withProvider.length > 0 && (
        <Callout title={`No pool knows ${userIdentifier}`}>
          Identifiers are compared letter by letter, capitals included. The person may never have signed in, their
          identity may have been deleted, or the app may use another identifier, such as an e-mail address or a number.
        </Callout>
      )}
      {done && withProvider.length === 0 && (
        <Callout title="No pool here has a developer provider">
          Users can be looked up only where an app’s own sign-in vouches for them. Search for an identity ID instead, or
          paste a token of the person.
        </Callout>
      )}
      {withProvider.length > 0 && <PoolAnswers rows={withProvider} />}
    </div>
  )
}

type Counts = { total: number; waiting: number; failed: number; found: number }

function sentence({ total, waiting, failed, found }: Counts): string {
  const parts = [
    waiting > 0
      ? `Asking: ${total - waiting} of ${total} pools answered.`
      : `${total === 1 ? '1 pool' : `${total} pools`} asked.`,
    found > 0 ? `${found === 1 ? '1 knows' : `${found} know`} the user.` : '',
    failed > 0 ? `${failed} did not answer.` : '',
  ]
  return parts.filter(Boolean).join(' ')
}
