import 'server-only'
import type { Bell } from './bell.ts'
import type { Ending } from './job-run.ts'

/** How a stretch of work is brought to its end: what asks first counts, and nothing more is sent. */
export type StretchEnd = {
  ask: (how: Ending) => void
  isAsked: () => boolean
  /** Null as long as nobody asked. */
  asked: () => Ending | null
  /** Does not hear of the server's stop any more. */
  forget: () => void
}

/** `sending`: what calls wait for their turn with. `stop`: of the server. */
export function stretchEnd(sending: AbortController, bell: Bell, stop: AbortSignal): StretchEnd {
  let ending: Ending | null = null
  const ask = (how: Ending) => {
    ending ??= how
    sending.abort()
    bell.ring()
  }
  const stopped = () => ask({ ended: 'stopped' })
  stop.addEventListener('abort', stopped)
  if (stop.aborted) stopped()
  return {
    ask,
    isAsked: () => ending !== null,
    asked: () => ending,
    forget: () => stop.removeEventListener('abort', stopped),
  }
}
