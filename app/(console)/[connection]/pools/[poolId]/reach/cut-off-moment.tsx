import { Button } from '#components/ui/button.tsx'
import { TimeStamp } from '#components/ui/time-stamp.tsx'

type CutOffMomentProps = {
  /** Epoch milliseconds; null while nobody named it. */
  at: number | null
  onRenew: () => void
}

/** Up to when sessions are cut off, how long ago that was, and what makes it now. */
export function CutOffMoment({ at, onRenew }: CutOffMomentProps) {
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Button size="sm" onClick={onRenew}>
        Until now
      </Button>
      <p role="status" className="text-soft">
        {at === null ? (
          'Press it when you are about to put the policy on: sessions that begin later go on.'
        ) : (
          <>
            Sessions that began before <TimeStamp value={at} zone /> are cut off.
          </>
        )}
      </p>
      {at !== null && (
        <span className="text-soft">
          That was <TimeStamp value={at} format="relative" />.
        </span>
      )}
    </div>
  )
}
