/** Whether a call made the identity that it got, as far as that can be proven, and how. */
export type Origin = { made: 'yes' | 'no' | 'unknown'; why: string }

/** How far the service's clock and this server's are apart where both are set by the network. */
const SAME_CLOCK_MS = 250
/** How far they may be apart before a date proves nothing at all. */
const OTHER_CLOCK_MS = 2_000

/** A call that may have made an identity; epoch milliseconds. */
export type CallTimes = { startedAt: number; endedAt: number }

const fallsInto = (createdAt: number, { startedAt, endedAt }: CallTimes) =>
  createdAt >= startedAt - SAME_CLOCK_MS && createdAt <= endedAt + SAME_CLOCK_MS

/**
 * An identity is the call's own when its creation date falls into the call, or into the first attempt at it whose answer
 * was lost. Near them and between them nobody can tell.
 */
export function originByDate(createdAt: number, call: CallTimes, lost: CallTimes | null = null): Origin {
  if (fallsInto(createdAt, call))
    return { made: 'yes', why: 'Its creation date falls into the call that asked for it.' }
  if (lost && fallsInto(createdAt, lost))
    return { made: 'yes', why: 'Its creation date falls into the attempt whose answer was lost.' }
  if (createdAt < (lost ?? call).startedAt - OTHER_CLOCK_MS)
    return { made: 'no', why: 'The login had this identity before: its creation date is earlier than the call.' }
  if (lost && createdAt < call.startedAt)
    return {
      made: 'unknown',
      why: 'It was made after the attempt whose answer was lost had begun, by that or by the app.',
    }
  return {
    made: 'unknown',
    why: 'Its creation date is so near the call, or so far ahead of this server’s clock, that it proves nothing.',
  }
}

export const originUnread = (message: string): Origin => ({
  made: 'unknown',
  why: `Its creation date could not be read, so nothing proves that the call made it. ${message}`,
})
