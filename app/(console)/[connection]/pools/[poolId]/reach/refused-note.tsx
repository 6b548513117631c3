'use client'

import { useSyncExternalStore } from 'react'
import { Callout } from '#components/ui/callout.tsx'
import { createClock } from '#components/ui/clock.ts'
import { SentenceList } from '#components/ui/sentence-list.tsx'
import type { Pool } from '#lib/pools/pool.ts'
import { whyTokenRefused, type PastedToken } from '#lib/reach/pasted-token.ts'

const clock = createClock(1000)

/** Says beside an answer that the token it is about would be refused. */
export function RefusedNote({ pasted, settings }: { pasted: PastedToken; settings: Pool | null }) {
  const now = useSyncExternalStore(clock.subscribe, clock.now, clock.serverNow)
  const why = whyTokenRefused(pasted, settings, now)
  if (why.length === 0) return null
  return (
    <Callout tone="warning" title="This token would be refused" className="mt-3">
      <p className="mb-1">The answer is of what its claims would get if it were taken.</p>
      <SentenceList sentences={why} />
    </Callout>
  )
}
