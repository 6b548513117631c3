import { TimeStamp } from '#components/ui/time-stamp.tsx'
import type { IdentityFate } from '#lib/history/identity-fate.ts'

type GoneTextProps = Pick<IdentityFate, 'deleted' | 'mergedInto'> & {
  connection: string
  wasHere: boolean
  /** A merge whose answer never came. */
  doubt: IdentityFate['mergedInto']
}

/** How an identity came to be gone, as far as that is known, and what it means for its user. */
export function GoneText({ connection, deleted, mergedInto, doubt, wasHere }: GoneTextProps) {
  return (
    <>
      {deleted ? (
        <>
          {deleted.by} deleted it, <TimeStamp value={deleted.at} /> UTC.
        </>
      ) : wasHere ? (
        'It was there a moment ago and was deleted since, outside Lifeguard: who did it is in CloudTrail.'
      ) : (
        `${connection} has no identity with this ID. It may have been deleted outside Lifeguard, be in another connection, or never have been.`
      )}
      {mergedInto
        ? ` Before that it was merged into ${mergedInto.identityId}.`
        : doubt
          ? ` Before that it may have been merged into ${doubt.identityId}: the answer of that never came.`
          : (deleted || wasHere) && ' Its user gets a new identity with another ID next time.'}
    </>
  )
}
