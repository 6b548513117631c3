/** Whether a call made the identity that it got, as far as that can be proven, and how. */
export type Origin = { made: 'yes' | 'no' | 'unknown'; why: string }

/** How far the service's clock and this server's are apart where both are set by the network. */
const SAME_CLOCK_MS = 250
/** How far they may be apart before a date proves nothing at all. */
const OTHER_CLOCK_MS = 2_000

/** When the service says that the identity was made, beside the call that asked for it; epoch milliseconds. */
type Dates = { createdAt: number; startedAt: number; answeredAt: number }

/** An identity is the call's own when its creation date falls into the call. Near it, nobody can tell. */
export function originByDate({ createdAt, startedAt, answeredAt }: Dates): Origin {
  if (createdAt >= startedAt - SAME_CLOCK_MS && createdAt <= answeredAt + SAME_CLOCK_MS)
    return { made: 'yes', why: 'Its creation date falls into the call that asked for it.' }
  if (createdAt < startedAt - OTHER_CLOCK_MS)
    return { made: 'no', why: 'The login had this identity before: its creation date is earlier than the call.' }
  return {
    made: 'unknown',
    why: 'Its creation date is so near the call, or so far ahead of this server’s clock, that it proves nothing.',
  }
}

export const originUnread = (message: string): Origin => ({
  made: 'unknown',
  why: `Its creation date could not be read, so nothing proves that the call made it. ${message}`,
})
