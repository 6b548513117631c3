import dynamic from 'next/dynamic'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import type { Review } from './use-reviewed-save.ts'

const WhoChanged = dynamic(() => import('./who-changed.tsx'), { ssr: false })

/** Said by a form without changes of its own when what it shows may not be what the service has. */
export function BehindNotice({ review }: { review: Review }) {
  const { behind, unread, looking, pool, theirs, since, heal, discard } = review
  if (!behind && !unread) return null
  return (
    <Callout
      className="mb-4"
      title={unread ? 'Saved, but it could not be read back' : 'Changed meanwhile'}
      action={
        <Button size="sm" pending={looking} onClick={unread ? heal : discard}>
          Show what is there now
        </Button>
      }
    >
      {unread ? 'This form shows what was asked for.' : 'This form still shows what was there before.'}
      {behind && pool && theirs && <WhoChanged pool={pool} found={theirs} since={since} />}
    </Callout>
  )
}
